// What members need is hidden; owners carry a solution in mind. Who listens hears the need behind a post now and then, and
// the belief follows (P14, P36). Who does not, drifts to the goods at hand (P28) and answers with a pitch (P29). When
// another need clearly outweighs the own positioning it has been found; after a while, the longer the more money lies in
// goods (P30), the owner turns to it: posts and offers are about that from then on (P31, P34). Simplified: one pivot a run,
// for all groups; the promise to those who came for the old focus is broken by the new posts alone.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { OWNER_MARK } from '../../model/world.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { mainPain } from '../people.ts'
import { ownerEffort, phaseToday, type Simulation } from '../simulation.ts'

const OWNER = -1

/** A post that may be heard. */
interface Heard {
  readonly group: number
  readonly person: number
  readonly index: number
}

/** Whether the owner hears the need behind a post. */
export function decideHearing(
  simulation: Simulation,
  { group, person, index }: Heard,
  message: number,
): void {
  const { world, town, rows } = simulation
  const { listeningEffect, hearingChance } = town.parameters
  const chance = listeningEffect * hearingChance * phaseToday(simulation).listening * ownerEffort(simulation)
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

/** A need counts as found when it outweighs the heaviest topic of the own positioning by a margin. */
function decideFinding({ world, town, rows }: Simulation): void {
  const found = needFound(world.beliefs, town.focus, town.parameters.foundMargin)
  if (found + 1 === world.ownerMarks[OWNER_MARK.found]) return
  record(rows, KIND['need-found'], 0, OWNER, found, 0, -1)
}

function needFound(beliefs: Float32Array, focus: Float64Array, margin: number): number {
  let own = 0
  let best = -1
  for (let topic = 0; topic < focus.length; topic++) {
    const belief = beliefs[topic] as number
    if ((focus[topic] as number) > 0) own = Math.max(own, belief)
    else if (best < 0 || belief > (beliefs[best] as number)) best = topic
  }
  return best >= 0 && (beliefs[best] as number) > own + margin ? best : -1
}

function decidePivot({ world, town, rows }: Simulation): void {
  const found = (world.ownerMarks[OWNER_MARK.found] as number) - 1
  if (found < 0) return
  const { pivotDays, stockFriction } = town.parameters
  const since = world.day - (world.ownerMarks[OWNER_MARK.foundDay] as number)
  if (since < pivotDays + stockFriction * town.scenario.owner.stock) return
  record(rows, KIND['pivot-made'], 0, OWNER, found, 0, -1)
}
