// What members need is hidden; owners carry a solution in mind. Who listens hears the need behind a post now and then, and
// the belief follows (P14, P36). Who does not, drifts to the goods at hand (P28) and answers with a pitch (P29). When
// another need clearly outweighs the own positioning it has been found; after a while, the longer the more money lies in
// goods (P30), the owner turns to it: posts and offers are about that from then on (P31, P34). Simplified: one pivot a run,
// for all groups; the promise to those who came for the old focus is broken by the new posts alone.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { saturate } from '../../model/arithmetic.ts'
import { LEVEL, LEVELS, OWNER_MARK } from '../../model/world.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { mainPain } from '../people.ts'
import { ownerEffort, phaseToday, type Simulation } from '../simulation.ts'

const OWNER = -1

/** A post that may be heard. */
interface Heard {
  readonly group: number
  readonly seat: number
  readonly person: number
  readonly index: number
}

/** Whether the owner hears the need behind a post. */
export function decideHearing(
  simulation: Simulation,
  { group, seat, person, index }: Heard,
  message: number,
): void {
  const { world, town, rows } = simulation
  const { listeningEffect, hearingChance, servedHalf } = town.parameters
  // Who writes ten times a day is heard no more than who writes once.
  if (index > 0) return
  const { listening } = phaseToday(simulation)
  const served = Math.max(0, world.levels[seat * LEVELS + LEVEL.content] as number)
  // People ask about what they still need (P36): whom the posts serve already asks less.
  const asks = 1 - saturate(served, servedHalf)
  const chance = listeningEffect * hearingChance * listening * asks * ownerEffort(simulation)
  if (chance === 0 || uniform(town.dice, PURPOSE.hearing, person, world.day, index) >= chance) return
  const topic = mainPain(town, person)
  // Some people's strong pain is none of the scenario's topics.
  if (topic < town.topics.length) record(rows, KIND['need-heard'], group, person, topic, 0, message)
}

/** Whether an answer of the owner to a post is a pitch. */
export function isPitch(simulation: Simulation, { person, index }: Heard): boolean {
  const { town, world } = simulation
  const chance = town.parameters.pitching * town.scenario.owner.stock * (1 - phaseToday(simulation).listening)
  return chance > 0 && uniform(town.dice, PURPOSE.hearing, person, world.day, 128 + (index & 127)) < chance
}

/** What the owner believes at the end of the day, and whether it is time to turn. */
export function decideListening(simulation: Simulation): void {
  const { world, town } = simulation
  if (town.parameters.listeningEffect === 0) return
  decideDrift(simulation)
  if ((world.ownerMarks[OWNER_MARK.pivot] as number) > 0) return
  decideFinding(simulation)
  decidePivot(simulation)
}

function decideDrift(simulation: Simulation): void {
  const { town, rows } = simulation
  const { beliefDrift, listeningEffect, noticeable } = town.parameters
  const first = town.offers[0]
  if (first === undefined) return
  const step =
    listeningEffect * beliefDrift * town.scenario.owner.stock * (1 - phaseToday(simulation).listening)
  if (step >= noticeable) record(rows, KIND['belief-drifted'], 0, OWNER, first.topic, step, -1)
}

/** A need counts as found when it outweighs the own positioning by a margin, and until it does not outweigh it any more. */
function decideFinding({ world, town, rows }: Simulation): void {
  const known = (world.ownerMarks[OWNER_MARK.found] as number) - 1
  const own = heaviest(world.beliefs, (topic) => (town.focus[topic] as number) > 0)
  const other = heaviest(world.beliefs, (topic) => town.focus[topic] === 0)
  if (own < 0 || other < 0) return
  const lead = (world.beliefs[other] as number) - (world.beliefs[own] as number)
  const found = lead > (known === other ? 0 : town.parameters.foundMargin) ? other : -1
  if (found !== known) record(rows, KIND['need-found'], 0, OWNER, found, 0, -1)
}

/** The topic of some that has the greatest weight; −1 where there are none. */
function heaviest(beliefs: Float32Array, isMeant: (topic: number) => boolean): number {
  let best = -1
  for (let topic = 0; topic < beliefs.length; topic++) {
    if (!isMeant(topic)) continue
    if (best < 0 || (beliefs[topic] as number) > (beliefs[best] as number)) best = topic
  }
  return best
}

function decidePivot({ world, town, rows }: Simulation): void {
  const found = (world.ownerMarks[OWNER_MARK.found] as number) - 1
  if (found < 0) return
  const { pivotDays, stockFriction } = town.parameters
  const since = world.day - (world.ownerMarks[OWNER_MARK.foundDay] as number)
  if (since < pivotDays + stockFriction * town.scenario.owner.stock) return
  record(rows, KIND['pivot-made'], 0, OWNER, found, 0, -1)
}
