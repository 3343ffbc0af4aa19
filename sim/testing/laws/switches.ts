import fc from 'fast-check'
import { CAUSE, SHOCK } from '../../model/causes.ts'
import { ROLE } from '../../model/needs.ts'
import type { ParameterName } from '../../model/parameters.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { aSeed } from '../arbitraries.ts'
import type { Fact } from '../facts.ts'
import { mustHold } from '../must-hold.ts'
import { aScenarioAndDay } from './forks.ts'
import { daysOf, historyOf, told } from './history.ts'
import { type Engine, type Law } from './law.ts'
import { withModel } from './metamorphic.ts'

// A mechanism that is off leaves no trace.

const RUNS = 100

/** What there is none of while a mechanism is off. */
const WORKS: readonly (readonly [ParameterName, (fact: Fact) => boolean])[] = [
  ['inviting', ({ kind }) => kind === 'invitation-sent'],
  ['tieEffect', ({ kind }) => kind === 'tie-changed'],
  ['needsEffect', ({ kind }) => kind === 'need-changed'],
  ['cueEffect', ({ kind }) => kind === 'cue-given'],
  ['favourEffect', ({ kind }) => kind === 'favour-done'],
  ['feeEffect', ({ kind }) => kind === 'entry-declined'],
  ['moderating', ({ kind }) => kind === 'member-removed'],
  ['intruding', ({ kind, actor }) => kind === 'intruder-posted' && actor < 0],
  ['memberAds', ({ kind, actor }) => kind === 'intruder-posted' && actor >= 0],
  ['roleEffect', ({ kind, object }) => kind === 'role-given' && object === ROLE.helper],
  ['figureEffect', ({ kind, object }) => kind === 'role-given' && object === ROLE.figure],
  ['listeningEffect', ({ kind }) => OF_LISTENING.has(kind)],
  ['taskEffect', ({ kind, object }) => kind === 'value-changed' && object === CAUSE.tasks],
  ['checkInEffect', ({ kind, object }) => kind === 'value-changed' && object === CAUSE['check-ins']],
  ['adHarm', ({ kind }) => kind === 'fatigue-changed' || kind === 'label-changed'],
  ['chanceShocks', ({ kind, object }) => kind === 'shock-struck' && object >= SHOCK['owner-ill']],
]
const OF_LISTENING = new Set<Fact['kind']>(['need-heard', 'belief-drifted', 'need-found', 'pivot-made'])

const switches: Law = {
  number: null,
  says: 'a mechanism that is switched off does nothing from that day on',
  runs: 3 * RUNS,
  property: (engine) =>
    fc.property(aScenarioAndDay, aSeed, fc.constantFrom(...WORKS), ([scenario, at], seed, works) =>
      mustStop(engine, { scenario, seed, at, works }),
    ),
}

/** A need is found on the day on which it is heard, and the owner turns to it two days later. */
const HEARS = {
  ...{ hearing: 1, hearingChance: 1, foundMargin: 0, pivotDays: 2, stockFriction: 0, postingScale: 1 },
  ...{ listeningEffect: 1 },
}

const deaf: Law = {
  number: null,
  says: 'an owner who stops listening turns to nothing that was heard before',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenarioAndDay, aSeed, ([generated, at], seed) => {
      const scenario = withModel(generated, HEARS, [
        { path: 'founders', value: 8 },
        { path: 'community.capacity', value: 10 },
        { path: 'community.positioning.focus', value: { skin: 1 } },
        ...[0, 1].map((phase) => ({ path: `plan[${phase}].listening`, value: 1 })),
      ])
      mustStop(engine, {
        scenario,
        seed,
        at,
        works: ['listeningEffect', ({ kind }) => OF_LISTENING.has(kind)],
      })
    }),
}

interface Stop {
  readonly scenario: Scenario
  readonly seed: string
  /** Day on which the mechanism is switched off. */
  readonly at: number
  readonly works: (typeof WORKS)[number]
}

function mustStop(engine: Engine, { scenario, seed, at, works: [name, isOfIt] }: Stop): void {
  const off = { at, edits: [{ path: `model.${name}`, value: 0 }] }
  const history = historyOf(engine, scenario, seed, [off])
  const fact = daysOf(history).slice(at).flat().find(isOfIt)
  mustHold(fact === undefined, () => `without ${name} nothing of it may happen, got ${told(fact)}`)
}

/** Laws of mechanisms that are switched off. */
export const SWITCHES: readonly Law[] = [switches, deaf]
