import { describe, expect, it } from 'vitest'
import { addLink, chainDigest, createChain, type Link } from '../../sim/events/chain.ts'
import { digestOfRows, digestOfWorld, hexadecimal } from '../../sim/events/digest.ts'
import type { Rows } from '../../sim/events/rows.ts'
import { run } from '../../sim/engine/run.ts'
import type { World } from '../../sim/model/world.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

interface Seen {
  readonly world: World
  readonly rows: Rows
  readonly from: number
  readonly to: number
  readonly day: number
}

const scenario = smallScenario({ days: 6 })

/** The chain of a run, under a header; `tamper` may change a day before it is linked. */
function linksOf(header = 'header', tamper: (seen: Seen) => void = () => undefined) {
  const chain = createChain(header)
  const links: Link[] = []
  let day = 0
  run(scenario, '1', {
    observers: [
      (world, rows, from, to) => {
        tamper({ world, rows, from, to, day })
        links.push(addLink(chain, world, rows, from, to))
        day += 1
      },
    ],
  })
  return { links, last: chainDigest(chain) }
}

const { links, last } = linksOf()

describe('the chain of days', () => {
  it('has a link a day, with the number of its facts and their digest', () => {
    expect(links.map(({ day }) => day)).toEqual([0, 1, 2, 3, 4, 5])
    const seen: [number, string, string][] = []
    run(scenario, '1', {
      observers: [
        (world, rows, from, to) =>
          seen.push([
            to - from,
            hexadecimal(digestOfRows(rows, from, to)),
            hexadecimal(digestOfWorld(world)),
          ]),
      ],
    })
    expect(links.map(({ rows, facts, state }) => [rows, facts, state])).toEqual(seen)
  })

  it('ends in its last digest, sixteen hexadecimal digits', () => {
    expect(links.at(-1)?.digest).toBe(last)
    expect(new Set(links.map(({ digest }) => digest)).size).toBe(6)
    expect(last).toMatch(/^[0-9a-f]{16}$/)
  })

  it('is the same for the same run', () => {
    expect(linksOf().links).toEqual(links)
  })

  it('starts from the text of the header: another text, another chain from the first day on', () => {
    for (const header of ['', 'Header', 'header ', 'heade']) {
      const other = linksOf(header)
      other.links.forEach(({ digest, facts, state }, day) => {
        expect(digest).not.toBe(links[day]?.digest)
        expect([facts, state]).toEqual([links[day]?.facts, links[day]?.state])
      })
    }
    expect(chainDigest(createChain('a'))).not.toBe(chainDigest(createChain('b')))
  })

  it('shows a changed fact from its day on, and not before', () => {
    const tampered = linksOf('header', ({ rows, from, day }) => {
      if (day === 3) rows.actor[from]! += 1
    })
    const differ = tampered.links.map(({ digest }, day) => digest !== links[day]?.digest)
    expect(differ).toEqual([false, false, false, true, true, true])
  })

  it('shows a changed state although the facts are the same', () => {
    const tampered = linksOf('header', ({ world, day }) => {
      if (day === 5) world.books[2]! += 1
    })
    expect(tampered.links[5]?.facts).toBe(links[5]?.facts)
    expect(tampered.links[5]?.state).not.toBe(links[5]?.state)
    expect(tampered.last).not.toBe(last)
  })
})
