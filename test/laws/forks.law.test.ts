import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fork } from '../../sim/engine/stages.ts'
import { headerLine } from '../../sim/events/jsonl.ts'
import { LEDGERS, createAccountant } from '../../sim/projections/account.ts'
import { chainOf, openFork } from '../../sim/projections/fork.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { run } from '../../sim/engine/run.ts'
import type { Edit } from '../../sim/scenario/edit.ts'
import { editScenario } from '../../sim/scenario/edit.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { factsOf } from '../../sim/testing/facts.ts'

const RUNS = { numRuns: 100 }

const aShare = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
const aNumber = fc.integer({ min: 0, max: 6 })

/** Something that an owner might do otherwise, or a weight of the model. */
const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  ...['plan[0].ads.perDay', 'plan[1].ads.perDay', 'plan[0].content.perDay', 'arrivals[0].perDay'].map(
    (path) => aNumber.map((value) => ({ path, value })),
  ),
  ...[
    'plan[0].answers',
    'plan[1].reciprocity',
    'community.rules',
    'community.values',
    'owner.moderation',
    'owner.stock',
    ...['roles', 'listening', 'checkIns', 'forcedTasks', 'bondCue', 'entryFee'].map(
      (key) => `plan[0].${key}`,
    ),
    'model.leaveBase',
    'model.muteBase',
  ].map((path) => aShare.map((value) => ({ path, value }))),
  fc.integer({ min: 0, max: 14 }).map((day) => ({
    path: 'shocks',
    value: [{ day, kind: 'owner-absent', days: 3 }],
  })),
)

/** A scenario, and a day of it. */
const aScenarioAndDay = aScenario.chain((scenario) =>
  fc.tuple(fc.constant(scenario), fc.integer({ min: 0, max: scenario.days - 1 })),
)

/** Everything that a log of a run consists of. */
function historyOf(scenario: Scenario, seed: string, forks: readonly Fork[] = []) {
  const ends: number[] = []
  const { rows } = run(scenario, seed, {
    forks,
    keepsRows: true,
    observers: [(_world, _rows, _from, to) => ends.push(to)],
  })
  const { header, links, digest } = watchRun(scenario, seed, { forks })
  return { header: headerLine(header), links, digest, ends, facts: factsOf(rows) }
}

describe('forks', () => {
  it('law 12: a fork without edits is its parent, to the last byte', () =>
    fc.assert(
      fc.property(aScenarioAndDay, aSeed, ([scenario, at], seed) => {
        expect(historyOf(scenario, seed, [{ at, edits: [] }])).toEqual(historyOf(scenario, seed))
      }),
      RUNS,
    ))

  it('law 13: what happened before a fork is as it was', () =>
    fc.assert(
      fc.property(
        aScenarioAndDay,
        aSeed,
        fc.array(anEdit, { maxLength: 3 }),
        ([scenario, at], seed, edits) => {
          const parent = historyOf(scenario, seed)
          const branch = historyOf(scenario, seed, [{ at, edits }])
          const end = at === 0 ? 0 : (parent.ends[at - 1] as number)
          expect(branch.ends.slice(0, at)).toEqual(parent.ends.slice(0, at))
          expect(branch.facts.slice(0, end)).toEqual(parent.facts.slice(0, end))
          const states = (links: typeof parent.links) =>
            links.slice(0, at).map(({ facts, state }) => [facts, state])
          expect(states(branch.links)).toEqual(states(parent.links))
        },
      ),
      RUNS,
    ))

  it('law 15: an edit to the value that is there anyway is no fork', () =>
    fc.assert(
      fc.property(aScenarioAndDay, aSeed, anEdit, ([scenario, at], seed, { path, value }) => {
        const edited = editScenario(scenario, [{ path, value }]).scenario
        expect(historyOf(edited, seed, [{ at, edits: [{ path, value }] }])).toEqual(historyOf(edited, seed))
      }),
      RUNS,
    ))

  it('law 16: two forks are their edits, each from its day on', () =>
    fc.assert(
      fc.property(
        aScenarioAndDay,
        aSeed,
        fc.tuple(anEdit, anEdit),
        ([scenario, later], seed, [first, second]) => {
          fc.pre(later > 0) // two forks of one day are for the engine to refuse or to merge
          const earlier = Math.floor(later / 2)
          const forks = [
            { at: earlier, edits: [first] },
            { at: later, edits: [second] },
          ]
          const both = historyOf(scenario, seed, forks)
          // Up to the second fork it is the first alone …
          const one = historyOf(scenario, seed, forks.slice(0, 1))
          const end = later === 0 ? 0 : (one.ends[later - 1] as number)
          expect(both.facts.slice(0, end)).toEqual(one.facts.slice(0, end))
          // … and a first fork on day 0 is the scenario with that edit, but for the row that says so.
          const edited = editScenario(scenario, [first]).scenario
          const fromStart = historyOf(scenario, seed, [
            { at: 0, edits: [first] },
            { at: later, edits: [second] },
          ])
          const ofEdited = historyOf(edited, seed, [{ at: later, edits: [second] }])
          expect(plain(fromStart.facts)).toEqual(plain(ofEdited.facts))
        },
      ),
      RUNS,
    ))

  it('law 17: whatever differs goes back to the edit, step by step and never before its day', () =>
    fc.assert(
      fc.property(
        aScenarioAndDay,
        aSeed,
        fc.array(anEdit, { maxLength: 3 }),
        ([scenario, at], seed, edits) => {
          const making = openFork(scenario, seed, { at, edits })
          while (!making.isDone()) making.step()
          const { facts } = making
          facts.forEach((fact, n) => {
            expect(fact.day).toBeGreaterThanOrEqual(at)
            expect(fact.because).toBeLessThan(n)
            expect(fact.because === -1).toBe(fact.reason === 'edit')
            const root = chainOf(facts, fact).at(-1) ?? fact
            expect(root.reason).toBe('edit')
          })
          const { vanished, appeared, changed, firstDifference } = making.finish('generated')
          const count = (differs: string) => facts.filter((fact) => fact.differs === differs).length
          expect([vanished, appeared, changed]).toEqual(['vanished', 'appeared', 'changed'].map(count))
          if (facts.length > 0) expect(firstDifference?.day).toBe(facts[0]?.day)
        },
      ),
      RUNS,
    ))

  it.each<[string, readonly string[]]>([
    ['plan[0].ads.perDay', ['ad-posted']],
    ['arrivals[0].perDay', ['member-joined', 'join-refused', 'entry-declined']],
  ])('law 17: an edit of %s decides nothing by itself but %j', (path, kinds) =>
    fc.assert(
      fc.property(aScenarioAndDay, aSeed, aNumber, ([scenario, at], seed, value) => {
        const making = openFork(scenario, seed, { at, edits: [{ path, value }] })
        while (!making.isDone()) making.step()
        for (const { reason, kind } of making.facts) if (reason === 'edit') expect(kinds).toContain(kind)
      }),
      RUNS,
    ),
  )
})

/** Facts without what a row of a fork moves: its own row, and the numbers of the others. */
function plain(facts: ReturnType<typeof factsOf>) {
  return facts
    .filter(({ kind }) => kind !== 'fork-opened')
    .map(({ kind, group, actor, object, value }) => ({ kind, group, actor, object, value }))
}

describe('accounts', () => {
  it('of everybody add up to what is stored, in every ledger and after every day', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const accountants = Array.from({ length: scenario.market.people }, (_, person) =>
          createAccountant(person),
        )
        const { world } = run(scenario, seed, { observers: accountants.map(({ observe }) => observe) })
        let members = 0
        for (const { finish } of accountants) {
          const account = finish(world)
          if (account === null) continue
          members += 1
          for (const variable of LEDGERS) {
            const series = account.series[variable]
            expect(series).toHaveLength(scenario.days + 1)
            let sum = 0
            let next = 0
            const lines = account.ledger.filter((line) => line.variable === variable)
            for (let day = 0; day < scenario.days; day++) {
              for (; lines[next]?.day === day; next++) sum += lines[next]?.change as number
              expect(Math.abs(sum - (series[day + 1] as number))).toBeLessThanOrEqual(2e-5)
            }
            expect(next).toBe(lines.length)
          }
          const shares = Object.values(account.shares)
          if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5)
        }
        expect(members).toBe(world.seats)
      }),
      RUNS,
    ))
})
