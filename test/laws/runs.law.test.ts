import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { applyRows } from '../../sim/events/apply.ts'
import { kindName, KINDS } from '../../sim/events/kinds.ts'
import { simulateDay } from '../../sim/engine/day.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import { worldSetting } from '../../sim/engine/town.ts'
import { CAUSE } from '../../sim/model/causes.ts'
import { createWorld, MARK, MARKS } from '../../sim/model/world.ts'
import { computePlayback } from '../../sim/projections/compute-playback.ts'
import { addDay, createHistory, endsOf } from '../../sim/projections/history.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { historyOf } from '../../sim/testing/laws/history.ts'
import { ENGINE } from '../../sim/testing/laws/law.ts'
import { withShocksOften } from './often.ts'

// Laws that need more than the engine: what watches it. The others are in sim/testing/laws.

it('law 8: whoever watches, the page too, the history is the same', () =>
  fc.assert(
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const alone = historyOf(ENGINE, scenario, seed)
      const watched = watchRun(scenario, seed, { keepsFrames: true })
      expect(watched.links.map(({ state }) => state)).toEqual(alone.states)
      expect(watched.events).toBe(alone.facts.length)
      expect(computePlayback(scenario, seed).digest).toBe(watched.digest)
    }),
    { numRuns: 150 },
  ))

it('law 9: deciding asks neither a clock nor common dice', () => {
  const refuse = (name: string) => () => {
    throw new Error(`${name} was called`)
  }
  const spies = [
    vi.spyOn(Math, 'random').mockImplementation(refuse('Math.random')),
    vi.spyOn(Date, 'now').mockImplementation(refuse('Date.now')),
    vi.spyOn(performance, 'now').mockImplementation(refuse('performance.now')),
  ]
  const scenarios = fc.sample(aScenario.map(withShocksOften), { numRuns: 50, seed: 7 })
  vi.stubGlobal('Date', refuse('Date'))
  try {
    for (const scenario of scenarios) historyOf(ENGINE, scenario, '1')
  } finally {
    vi.unstubAllGlobals()
    for (const spy of spies) spy.mockRestore()
  }
})

it('law 30: what is seen of a run as it goes is what is seen of its facts alone', () =>
  fc.assert(
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const { history } = watchRun(scenario, seed, { keepsFrames: true })
      const { simulation, ends, facts } = historyOf(ENGINE, scenario, seed)
      const world = createWorld(worldSetting(scenario))
      const rebuilt = createHistory(world, { keepsFrames: true })
      ends.forEach((to, day) => {
        const from = day === 0 ? 0 : (ends[day - 1] as number)
        applyRows(world, simulation.rows, from, to)
        addDay(rebuilt, world, simulation.rows, from, to)
      })
      expect(rebuilt).toEqual(history)
      const count = (kind: string) => facts.filter((fact) => fact.kind === kind).length
      const members = history.metrics.at(-1)?.members
      expect(members).toBe(count('member-joined') - count('member-left') - count('member-removed'))
    }),
    { numRuns: 100 },
  ))

it('law 18: a larger market changes no person’s traits', () =>
  fc.assert(
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const larger = { ...scenario, market: { ...scenario.market, people: scenario.market.people + 50 } }
      const here = createSimulation(scenario, seed)
      const there = createSimulation(larger, seed)
      simulateDay(here)
      simulateDay(there)
      for (let seat = 0; seat < Math.min(here.people.count, there.people.count); seat++) {
        const person = here.world.marks[seat * MARKS + MARK.person]
        if (person !== there.world.marks[seat * MARKS + MARK.person]) continue
        const { stride } = here.people
        expect(there.people.traits.slice(seat * stride, (seat + 1) * stride)).toEqual(
          here.people.traits.slice(seat * stride, (seat + 1) * stride),
        )
      }
    }),
    { numRuns: 50 },
  ))

it('sometimes, generated runs contain everything that there is', () => {
  const kinds = new Set<string>()
  const seen = { death: false, fullGroup: false, missedPackets: false, crowd: false }
  for (const scenario of fc.sample(aScenario, { numRuns: 3000, seed: 42 })) {
    const forks = [{ at: 0, edits: [{ path: 'owner.charisma', value: 0.77 }] }]
    const { history, world } = watchRun(scenario, '1', {
      forks,
      observers: [
        (_world, rows, from, to) => {
          for (let at = from; at < to; at++) {
            const kind = kindName(rows.kind[at] as number) as string
            kinds.add(kind)
            seen.fullGroup ||= kind === 'join-refused'
            // A habit that is withdrawn: packets are missed.
            const isOfPackets = kind === 'value-changed' && rows.object[at] === CAUSE.packets
            seen.missedPackets ||= isOfPackets && (rows.value[at] as number) < 0
          }
        },
      ],
    })
    seen.death ||= endsOf(history).deathDay !== null
    seen.crowd ||= world.seats > 15
  }
  expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort())
  expect(seen).toEqual({ death: true, fullGroup: true, missedPackets: true, crowd: true })
})
