import fc from 'fast-check'
import { createPeople, redrawPeople } from '../../engine/people.ts'
import type { Fork } from '../../engine/stages.ts'
import { editScenario, type Edit } from '../../scenario/edit.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { aScenario, aSeed } from '../arbitraries.ts'
import type { Fact } from '../facts.ts'
import { historyOf, mustBeSame, mustHaveSameFacts } from './history.ts'
import type { Law } from './law.ts'
import { mustHold } from '../must-hold.ts'

// A branch is its parent until it parts from it, and then the edits and nothing else.

const RUNS = 100
const aShare = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
const aNumber = fc.integer({ min: 0, max: 6 })

const NUMBERS = [
  ...['plan[0].ads.perDay', 'plan[1].ads.perDay', 'plan[0].content.perDay', 'arrivals[0].perDay'],
]
const SHARES = [
  ...['plan[0].answers', 'plan[1].reciprocity', 'community.rules', 'community.values', 'owner.moderation'],
  ...['owner.stock', 'model.leaveBase', 'model.muteBase'],
  ...['roles', 'listening', 'checkIns', 'forcedTasks', 'bondCue', 'entryFee'].map((key) => `plan[0].${key}`),
]

/** Something that an owner might do otherwise, a weight of the model, or an absence. */
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  ...NUMBERS.map((path) => aNumber.map((value) => ({ path, value }))),
  ...SHARES.map((path) => aShare.map((value) => ({ path, value }))),
  fc.integer({ min: 0, max: 14 }).map((day) => ({
    path: 'shocks',
    value: [{ day, kind: 'owner-absent', days: 3 }],
  })),
)

/** A scenario, and a day of it. */
export const aScenarioAndDay: fc.Arbitrary<readonly [Scenario, number]> = aScenario.chain((scenario) =>
  fc.tuple(fc.constant(scenario), fc.integer({ min: 0, max: scenario.days - 1 })),
)

const noEdits: Law = {
  number: 12,
  says: 'a fork without edits is its parent',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenarioAndDay, aSeed, ([scenario, at], seed) => {
      const branch = historyOf(engine, scenario, seed, [{ at, edits: [] }])
      mustBeSame(branch, historyOf(engine, scenario, seed), `the branch of day ${at}`)
    }),
}

const samePast: Law = {
  number: 13,
  says: 'what happened before a fork is as it was',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenarioAndDay, aSeed, fc.array(anEdit, { maxLength: 3 }), ([scenario, at], seed, edits) => {
      const parent = historyOf(engine, scenario, seed)
      const branch = historyOf(engine, scenario, seed, [{ at, edits }])
      const end = at === 0 ? 0 : (parent.ends[at - 1] as number)
      const until = ({ facts, states, ends, simulation }: typeof parent) => ({
        facts: facts.slice(0, end),
        states: states.slice(0, at),
        ends: ends.slice(0, at),
        simulation,
      })
      mustBeSame(until(branch), until(parent), `the ${at} days before the fork`)
    }),
}

const sameValue: Law = {
  number: 15,
  says: 'a fork to the value that is there anyway is none',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenarioAndDay, aSeed, anEdit, ([scenario, at], seed, edit) => {
      const { scenario: edited } = editScenario(scenario, [edit])
      const branch = historyOf(engine, edited, seed, [{ at, edits: [edit] }])
      mustBeSame(branch, historyOf(engine, edited, seed), `the branch of day ${at}`)
    }),
}

const twoForks: Law = {
  number: 16,
  says: 'two forks are their edits, each from its day on',
  runs: RUNS,
  property: (engine) =>
    fc.property(
      aScenarioAndDay.filter(([, at]) => at > 0), // two forks of one day are refused
      aSeed,
      fc.tuple(anEdit, anEdit),
      ([scenario, later], seed, [first, second]) => {
        const forksFrom = (day: number): Fork[] => [
          { at: day, edits: [first] },
          { at: later, edits: [second] },
        ]
        const earlier = Math.floor(later / 2)
        // Up to the second fork it is the first alone …
        const both = historyOf(engine, scenario, seed, forksFrom(earlier))
        const one = historyOf(engine, scenario, seed, forksFrom(earlier).slice(0, 1))
        const end = one.ends[later - 1] as number
        mustHaveSameFacts(both.facts.slice(0, end), one.facts.slice(0, end), 'before the second fork')
        // … and a first fork on day 0 is the scenario with that edit, but for the row that says so.
        const { scenario: edited } = editScenario(scenario, [first])
        const ofEdited = historyOf(engine, edited, seed, [{ at: later, edits: [second] }])
        const fromStart = historyOf(engine, scenario, seed, forksFrom(0))
        mustHaveSameFacts(withoutForks(fromStart.facts), withoutForks(ofEdited.facts), 'with a fork on day 0')
      },
    ),
}

/** Facts numbered as if no fork had been recorded. */
export function withoutForks(facts: readonly Fact[]): Fact[] {
  const forks = facts.flatMap(({ kind, seq }) => (kind === 'fork-opened' ? [seq] : []))
  const renumber = (seq: number) => (seq < 0 ? seq : seq - forks.filter((fork) => fork < seq).length)
  return facts.flatMap((fact) =>
    fact.kind === 'fork-opened' ? [] : [{ ...fact, seq: renumber(fact.seq), cause: renumber(fact.cause) }],
  )
}

/** Rules that say what somebody is like. */
const OF_PEOPLE: readonly Edit[] = [
  { path: 'model.attentionMedian', value: 5 },
  { path: 'model.adToleranceMin', value: 3 },
  { path: 'community.positioning.focus', value: { skin: 1, cooking: 3 } },
]

const people: Law = {
  number: null,
  says: 'people are as they would be drawn under the rules that hold now',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenarioAndDay, aSeed, fc.constantFrom(...OF_PEOPLE), ([scenario, at], seed, edit) => {
      const { simulation } = historyOf(engine, scenario, seed, [{ at, edits: [edit] }])
      const drawn = createPeople(simulation.town)
      redrawPeople(drawn, simulation.town, simulation.world)
      const end = drawn.count * drawn.stride
      for (let place = 0; place < end; place++) {
        const [found, expected] = [simulation.people.traits[place], drawn.traits[place]]
        mustHold(
          found === expected,
          () => `trait ${place % drawn.stride} of a seat must be ${expected}, got ${found}`,
        )
      }
    }),
}

/** Laws of branches. */
export const FORKS: readonly Law[] = [people, noEdits, samePast, sameValue, twoForks]
