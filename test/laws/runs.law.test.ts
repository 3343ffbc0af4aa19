import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRows } from '../../sim/events/apply.ts'
import { digestOfWorld, hexadecimal } from '../../sim/events/digest.ts'
import { kindName, KINDS } from '../../sim/events/kinds.ts'
import { run } from '../../sim/engine/run.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import { simulateDay } from '../../sim/engine/day.ts'
import { worldSetting } from '../../sim/engine/town.ts'
import {
  createWorld,
  GROUP_MARK,
  GROUP_MARKS,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  expectedValue,
  VALUE_STOCKS,
} from '../../sim/model/world.ts'
import { computePlayback } from '../../sim/projections/compute-playback.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { editScenario } from '../../sim/scenario/edit.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { factsOf, ofKind } from '../../sim/testing/facts.ts'

const RUNS = { numRuns: 150 }

/** Every fact of a run, the state digest after each day, and where each day's facts end. */
function historyOf(scenario: Scenario, seed: string) {
  const states: string[] = []
  const ends: number[] = []
  const simulation = run(scenario, seed, {
    keepsRows: true,
    observers: [
      (world, _rows, _from, to) => {
        states.push(hexadecimal(digestOfWorld(world)))
        ends.push(to)
      },
    ],
  })
  return { states, ends, rows: simulation.rows, facts: factsOf(simulation.rows), world: simulation.world }
}

describe('determinism and replay', () => {
  it('law 1: one seed, one history, also after an unrelated run', () =>
    fc.assert(
      fc.property(aScenario, aSeed, aScenario, (scenario, seed, unrelated) => {
        const first = historyOf(scenario, seed)
        historyOf(unrelated, seed)
        const second = historyOf(scenario, seed)
        expect(second.facts).toEqual(first.facts)
        expect(second.states).toEqual(first.states)
      }),
      RUNS,
    ))

  it('law 2: folding the facts gives the live state, bit for bit, on every day', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const { states, ends, rows } = historyOf(scenario, seed)
        const world = createWorld(worldSetting(scenario))
        let from = 0
        ends.forEach((to, day) => {
          applyRows(world, rows, from, to)
          expect(hexadecimal(digestOfWorld(world))).toBe(states[day])
          from = to
        })
      }),
      RUNS,
    ))

  it('law 3: a fold may be cut anywhere, also inside a day', () =>
    fc.assert(
      fc.property(aScenario, aSeed, fc.double({ min: 0, max: 1, noNaN: true }), (scenario, seed, share) => {
        const { states, rows } = historyOf(scenario, seed)
        const world = createWorld(worldSetting(scenario))
        const cut = Math.floor(share * rows.count)
        applyRows(world, rows, 0, cut)
        applyRows(world, rows, cut, rows.count)
        expect(hexadecimal(digestOfWorld(world))).toBe(states.at(-1))
      }),
      RUNS,
    ))

  it('law 8: whoever watches, the history is the same', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const alone = historyOf(scenario, seed)
        const watched = watchRun(scenario, seed, { keepsFrames: true })
        expect(watched.links.map(({ state }) => state)).toEqual(alone.states)
        expect(watched.events).toBe(alone.rows.count)
        expect(computePlayback(scenario, seed).digest).toBe(watched.digest)
      }),
      RUNS,
    ))

  it('law 9: deciding uses neither clock nor common dice', () => {
    const random = Math.random
    const now = Date.now
    Math.random = () => {
      throw new Error('Math.random was called')
    }
    Date.now = () => {
      throw new Error('Date.now was called')
    }
    try {
      fc.assert(
        fc.property(fc.constant(0), () => {
          const [scenario] = fc.sample(aScenario, { numRuns: 1, seed: 7 })
          historyOf(scenario as Scenario, '1')
        }),
        { numRuns: 5, seed: 7 },
      )
    } finally {
      Math.random = random
      Date.now = now
    }
  })

  it('law 11: a shorter run is the beginning of a longer one', () =>
    fc.assert(
      fc.property(aScenario, aSeed, fc.integer({ min: 1, max: 15 }), (scenario, seed, days) => {
        const shorter = editScenario(scenario, [
          { path: 'days', value: Math.min(days, scenario.days) },
        ]).scenario
        const short = historyOf(shorter, seed)
        const long = historyOf(scenario, seed)
        expect(long.facts.slice(0, short.facts.length)).toEqual(short.facts)
      }),
      RUNS,
    ))

  it('law 15: setting a value to itself changes nothing', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const edited = editScenario(scenario, [
          { path: 'plan[0].answers', value: scenario.plan[0]?.answers },
          { path: 'owner.energy', value: scenario.owner.energy },
        ]).scenario
        expect(historyOf(edited, seed).states).toEqual(historyOf(scenario, seed).states)
      }),
      RUNS,
    ))

  it('nobody has another neighbour’s luck: a larger market changes no person’s traits', () =>
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
})

describe('conservation', () => {
  it('law 24: members are joins less departures, and nobody acts before joining or after leaving', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const { facts, world } = historyOf(scenario, seed)
        const present = new Set<number>()
        const ever = new Set<number>()
        for (const { kind, actor } of facts) {
          if (kind === 'member-joined') {
            expect(ever.has(actor)).toBe(false)
            present.add(actor)
            ever.add(actor)
          } else if (kind === 'member-left' || kind === 'member-removed') {
            expect(present.delete(actor)).toBe(true)
          } else if (
            actor >= 0 &&
            ![
              ...['join-refused', 'entry-declined', 'blame-shared'],
              ...['product-tried', 'order-refunded'],
            ].includes(kind)
          ) {
            // A product may be tried, and returned, by somebody who has left since; so her own trust may move.
            if (kind === 'trust-changed' || kind === 'product-trust-changed')
              expect(ever.has(actor)).toBe(true)
            else expect(present.has(actor), `${kind} by ${actor}`).toBe(true)
          }
        }
        let members = 0
        for (let group = 0; group < scenario.community.groups; group++) {
          const inGroup = world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members] as number
          expect(inGroup).toBeLessThanOrEqual(scenario.community.capacity)
          members += inGroup
        }
        expect(members).toBe(present.size)
      }),
      RUNS,
    ))

  it('law 27: every cause is an earlier fact of a kind that may be one', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const { facts } = historyOf(scenario, seed)
        for (const fact of facts) {
          if (fact.cause < 0) continue
          expect(fact.cause).toBeLessThan(fact.seq)
          const causes: readonly string[] = KINDS[fact.kind].causes
          expect(causes, `${fact.kind} caused by ${facts[fact.cause]?.kind}`).toContain(
            facts[fact.cause]?.kind,
          )
        }
      }),
      RUNS,
    ))

  it('law 28: no score leaves its range, and no number is NaN, infinite or −0', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        run(scenario, seed, {
          observers: [
            (world) => {
              for (let seat = 0; seat < world.seats; seat++) {
                const at = seat * LEVELS
                for (let level = VALUE_STOCKS; level < LEVELS; level++) {
                  if (level === LEVEL.help) continue
                  const score = world.levels[at + level] as number
                  expect(score, `level ${level}`).toBeGreaterThanOrEqual(0)
                  expect(score, `level ${level}`).toBeLessThanOrEqual(level === LEVEL.needsMet ? 6 : 1)
                }
                expect(world.levels[at + LEVEL.help]).toBeGreaterThanOrEqual(0)
                expect(expectedValue(world.levels, seat)).toBeLessThanOrEqual(2)
              }
              for (const column of [
                world.levels,
                world.tieStrengths,
                world.groupLevels,
                world.ownerLevels,
                world.beliefs,
                world.books,
              ]) {
                expect(
                  column.filter((number) => !Number.isFinite(number) || Object.is(number, -0)),
                ).toHaveLength(0)
              }
              expect(world.ownerLevels[0]).toBeGreaterThanOrEqual(0)
              expect(world.ownerLevels[0]).toBeLessThanOrEqual(1)
              expect(Math.min(...world.beliefs)).toBeGreaterThanOrEqual(0)
              expect(world.beliefs.reduce((sum, belief) => sum + belief, 0)).toBeCloseTo(1, 4)
            },
          ],
        })
      }),
      RUNS,
    ))

  it('law 29: buyers have read an ad, readers have joined', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const { facts } = historyOf(scenario, seed)
        const readers = new Set(ofKind(facts, 'feed-read').map(({ actor }) => actor))
        for (const order of ofKind(facts, 'order-placed')) {
          expect(readers.has(order.actor)).toBe(true)
          // An order may hang on others of the days before (a chain), the first of them on an ad.
          let behind = facts[order.cause]
          while (behind?.kind === 'order-placed') behind = facts[behind.cause]
          expect(behind?.kind).toBe('ad-posted')
        }
      }),
      RUNS,
    ))

  it('the shares of a departure or a mute add up to 1', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const { facts } = historyOf(scenario, seed)
        const sums = new Map<number, number>()
        for (const { cause, value } of ofKind(facts, 'blame-shared'))
          sums.set(cause, (sums.get(cause) ?? 0) + value)
        const departures = facts.filter(({ kind }) => kind === 'member-left' || kind === 'member-muted')
        for (const { seq } of departures) expect(sums.get(seq)).toBeCloseTo(1, 5)
        expect(sums.size).toBe(departures.length)
      }),
      RUNS,
    ))
})

it('sometimes, generated runs contain every kind of fact that there is', () => {
  const seen = new Set<string>()
  for (const scenario of fc.sample(aScenario, { numRuns: 3000, seed: 42 })) {
    const forks = [{ at: 0, edits: [{ path: 'owner.charisma', value: 0.77 }] }]
    const { rows } = run(scenario, '1', { keepsRows: true, forks })
    for (let at = 0; at < rows.count; at++) seen.add(kindName(rows.kind[at] as number) as string)
  }
  expect([...seen].sort()).toEqual(Object.keys(KINDS).sort())
})
