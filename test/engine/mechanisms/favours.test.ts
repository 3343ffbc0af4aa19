import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideFavour } from '../../../sim/engine/mechanisms/favours.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { causeNamed, ofKind, type Fact } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import { crowd, levelOf, markOf, play, seatsIn } from '../../testing/arrange.ts'

/** Each of a crowd is answered by the member on the first seat; what follows. */
function answers({ reciprocity = 1, model = {} }: { reciprocity?: number; model?: Record<string, number> }) {
  const { simulation, when } = given(crowd({ model: { favourRate: 1, acquaintedTie: 0, ...model } }), {
    arrange: play(decideArrivals),
  })
  const facts = when((before) => {
    const [giver, ...others] = seatsIn(before.world).map((seat) => markOf(before.world, seat, 'person'))
    for (const receiver of others) {
      decideFavour(before, { group: 0, giver: giver as number, receiver, reply: 7, reciprocity })
    }
  })
  return { simulation, facts, favours: ofKind(facts, 'favour-done') }
}

describe('a favour', () => {
  it('follows from an answer, is worth something, and brings the two closer', () => {
    const { simulation, facts, favours } = answers({})
    const { world } = simulation
    expect(favours).toHaveLength(299)
    const giver = markOf(world, 0, 'person')
    for (let at = 0; at < facts.length; at += 3) {
      const [favour, value, tie] = facts.slice(at, at + 3) as [Fact, Fact, Fact]
      expect(favour).toMatchObject({ kind: 'favour-done', group: 0, actor: giver, cause: 7 })
      expect(value).toMatchObject({ kind: 'value-changed', actor: favour.object, cause: favour.seq })
      expect(causeNamed(value)).toBe('favours')
      expect(value.value).toBeCloseTo(PARAMETERS.favourValue.default, 6)
      expect(tie).toMatchObject({ kind: 'tie-changed', actor: giver, object: favour.object })
      expect(tie).toMatchObject({ cause: favour.seq })
      expect(tie.value).toBeCloseTo(PARAMETERS.favourTie.default, 6)
    }
    expect(levelOf(world, 1, 'company')).toBeCloseTo(PARAMETERS.favourValue.default, 6)
    expect(levelOf(world, 0, 'helped')).toBeGreaterThan(levelOf(world, 1, 'helped'))
  })

  it('is the rarer the less members are used to helping each other: by the square', () => {
    const count = (reciprocity: number) => answers({ reciprocity }).favours.length
    expect(count(0)).toBe(0)
    expect(count(0.5)).toBeGreaterThan(45)
    expect(count(0.5)).toBeLessThan(105)
    expect(count(1)).toBe(299)
  })

  it('is as frequent as its rate says', () => {
    const rate = PARAMETERS.favourRate.default
    const { length } = answers({ model: { favourRate: rate } }).favours
    expect(Math.abs(length - 299 * rate)).toBeLessThan(4 * Math.sqrt(299 * rate))
  })

  it('is none with favours switched off, nor at a rate of 0', () => {
    expect(answers({ model: { favourEffect: 0 } }).facts).toEqual([])
    expect(answers({ model: { favourRate: 0 } }).facts).toEqual([])
  })

  it('brings nobody closer with ties switched off, and is worth nothing where it is to be worth nothing', () => {
    const { facts, favours } = answers({ model: { tieEffect: 0 } })
    expect(favours).toHaveLength(299)
    expect(ofKind(facts, 'tie-changed')).toEqual([])
    const worthless = answers({ model: { favourValue: 0 } })
    expect(worthless.favours).toHaveLength(299)
    expect(ofKind(worthless.facts, 'value-changed')).toEqual([])
  })
})
