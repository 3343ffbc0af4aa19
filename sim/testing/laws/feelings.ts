import fc from 'fast-check'
import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { decideModerating } from '../../engine/mechanisms/moderating.ts'
import { run } from '../../engine/run.ts'
import type { Simulation } from '../../engine/simulation.ts'
import { parametersWith } from '../../model/parameters.ts'
import { CAUSE, type Cause } from '../../model/causes.ts'
import { isPresent, LEVEL, LEVELS, MARK, MARKS } from '../../model/world.ts'
import { editScenario } from '../../scenario/edit.ts'
import { aScenario, aSeed } from '../arbitraries.ts'
import { causeNamed, factsOf, ofKind, type Fact } from '../facts.ts'
import { mustHold } from '../must-hold.ts'
import { daysOf, historyOf, told } from './history.ts'
import { withTurn, type Law } from './law.ts'
import { lawOfHistories } from './of-histories.ts'

// What members come to feel: in which direction, from what, and how far.

const RUNS = 150

/** Scores of members that facts move by a cause. */
const LEDGERS: readonly Fact['kind'][] = [
  ...(['value-changed', 'trust-changed', 'belonging-changed', 'product-trust-changed'] as const),
  ...(['windfall-changed', 'member-trust-changed'] as const),
]
/** What can only take from a score, and what may do either: packets please and are missed, products are good or bad. */
const TAKES: readonly Cause[] = [
  ...(['hard-ads', 'chatter', 'overload', 'quarrel', 'tasks', 'price-exposed', 'moderation'] as const),
]
const TAKES_OR_GIVES: readonly Cause[] = ['packets', 'product']

const directions = lawOfHistories(
  null,
  'what costs takes from a score, and what is good adds to it',
  ({ facts }) => {
    for (const fact of facts) {
      const { kind, value } = fact
      const isTiring = kind === 'fatigue-changed' || kind === 'label-changed'
      mustHold(!isTiring || value > 0, () => `ads must tire, got ${told(fact)}`)
      if (!LEDGERS.includes(kind) || TAKES_OR_GIVES.includes(causeNamed(fact))) continue
      const isLoss = TAKES.includes(causeNamed(fact))
      mustHold(
        isLoss ? value <= 0 : value >= 0,
        () => `${causeNamed(fact)} must ${isLoss ? 'take' : 'give'}, got ${told(fact)}`,
      )
    }
  },
)

/** What is behind a change of value: some have one kind of fact that they can come from. */
const BEHIND: Partial<Record<Cause, readonly Fact['kind'][]>> = {
  expectation: ['member-joined'],
  content: ['content-posted'],
  company: ['message-posted'],
  'soft-ads': ['ad-posted'],
  'hard-ads': ['ad-posted'],
  overload: ['feed-read'],
  quarrel: ['shock-struck'],
  packets: ['packet-sent'],
  meeting: ['meeting-attended'],
  favours: ['favour-done'],
  'check-ins': ['checked-in'],
}

const origins = lawOfHistories(
  null,
  'what a member gets out of the group goes back to facts of its own kind',
  ({ facts }) => {
    for (const fact of ofKind(facts, 'value-changed')) {
      const kinds = BEHIND[causeNamed(fact)]
      const behind = facts[fact.cause]
      mustHold(
        kinds === undefined || behind === undefined || kinds.includes(behind.kind),
        () => `behind ${told(fact)} must be ${String(kinds?.join(', '))}, got ${told(behind)}`,
      )
    }
  },
)

/** Whether trust was gained from a post or an answer; meetings and products may bring it further. */
function isOfWords({ object, cause }: Fact): boolean {
  return cause >= 0 && (object === CAUSE.content || object === CAUSE.answers)
}

/** Posts that are worth reading on every day, and build trust in a week. */
const aUsefulGroup = aScenario.map(
  (scenario) =>
    editScenario(scenario, [
      { path: 'founders', value: 4 },
      { path: 'community.capacity', value: 10 },
      ...[0, 1].map((phase) => ({ path: `plan[${phase}].content.perDay`, value: 3 })),
      ...[0, 1].map((phase) => ({ path: `plan[${phase}].content.quality`, value: 1 })),
      { path: 'model.trustPerUsefulDay', value: 0.5 },
    ]).scenario,
)

const ceiling: Law = {
  number: null,
  says: 'posts and answers alone bring trust no further than is possible online',
  runs: RUNS,
  property: ({ turns }) =>
    fc.property(aUsefulGroup, aSeed, (scenario, seed) => {
      const before = new Map<number, number>()
      run(scenario, seed, {
        turns,
        observers: [
          (world, rows, from, to) => {
            const facts = factsOf(rows, from, to)
            for (const { actor, value } of ofKind(facts, 'member-joined')) before.set(actor, value)
            const gains = ofKind(facts, 'trust-changed').filter(({ value }) => value > 0)
            for (const { actor } of gains) {
              const own = gains.filter((gain) => gain.actor === actor)
              if (!own.every(isOfWords)) continue
              const trust = world.levels[(world.seatOf[actor] as number) * LEVELS + LEVEL.trust] as number
              const most = Math.max(before.get(actor) ?? 0, parametersWith(scenario.model).trustCeilingOnline)
              mustHold(trust < most + 1e-5, () => `trust of ${actor} must be at most ${most}, got ${trust}`)
            }
            for (let seat = 0; seat < world.seats; seat++) {
              const person = world.marks[seat * MARKS + MARK.person] as number
              before.set(person, world.levels[seat * LEVELS + LEVEL.trust] as number)
            }
          },
        ],
      })
    }),
}

const annoyed: Law = {
  number: null,
  says: 'whom ads have tired, or to whom the group is commercial, does not look in where she would not have otherwise',
  runs: RUNS,
  property: (engine) =>
    fc.property(
      aScenario,
      aSeed,
      fc.nat({ max: 14 }),
      fc.constantFrom('fatigue' as const, 'label' as const),
      (scenario, seed, day, level) => {
        const annoys = (simulation: Simulation) => {
          if (simulation.world.day === day) raise(simulation, level)
        }
        const annoyedOnes = historyOf(withTurn(annoys, decideModerating, engine), scenario, seed)
        const readers = readersOf(daysOf(historyOf(engine, scenario, seed))[day])
        for (const person of readersOf(daysOf(annoyedOnes)[day])) {
          mustHold(readers.has(person), () => `${person} must not look in on day ${day} for her ${level}`)
        }
      },
    ),
}

function readersOf(facts: readonly Fact[] = []): Set<number> {
  return new Set(ofKind(facts, 'feed-read').map(({ actor }) => actor))
}

/** Everybody who is there is as tired, or thinks as ill of the group, as can be. */
function raise({ world, rows }: Simulation, level: 'fatigue' | 'label'): void {
  const kind = level === 'fatigue' ? KIND['fatigue-changed'] : KIND['label-changed']
  for (let seat = 0; seat < world.seats; seat++) {
    if (!isPresent(world, seat)) continue
    const room = 1 - (world.levels[seat * LEVELS + LEVEL[level]] as number)
    const person = world.marks[seat * MARKS + MARK.person] as number
    const group = world.marks[seat * MARKS + MARK.group] as number
    record(rows, kind, group, person, CAUSE['hard-ads'], room, -1)
  }
}

/** Laws of what members come to feel. */
export const FEELINGS: readonly Law[] = [directions, origins, ceiling, annoyed]
