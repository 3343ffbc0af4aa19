import { KIND } from '../events/kinds.ts'
import { record } from '../events/rows.ts'
import { OWNER_MARK } from '../model/world.ts'
import { decideArrivals } from './mechanisms/arrivals.ts'
import { decideBuying } from './mechanisms/buying.ts'
import { decideIntruders } from './mechanisms/intruders.ts'
import { decideInviting } from './mechanisms/inviting.ts'
import { decideLeaving } from './mechanisms/leaving.ts'
import { decideMeetings } from './mechanisms/meetings.ts'
import { decideOwnerLedger } from './mechanisms/owner-ledger.ts'
import { decideOwnerWork } from './mechanisms/owner-work.ts'
import { decideClaims } from './mechanisms/packets.ts'
import { decideReading } from './mechanisms/reading.ts'
import { decideCheckIns } from './mechanisms/check-ins.ts'
import { decideCues } from './mechanisms/cues.ts'
import { decideFigurePosts } from './mechanisms/figures.ts'
import { decideListening } from './mechanisms/listening.ts'
import { decideModerating } from './mechanisms/moderating.ts'
import { decideNeeds } from './mechanisms/needs.ts'
import { decideRoles } from './mechanisms/roles.ts'
import { decideTasks } from './mechanisms/tasks.ts'
import { decideShocks } from './mechanisms/shocks.ts'
import { decideTalking } from './mechanisms/talking.ts'
import { decideTrying } from './mechanisms/trying.ts'
import { applyFrom, followStage, type Simulation } from './simulation.ts'

/** A turn of the day reads the world, rolls keyed dice and records facts; it writes nothing else. */
export type Turn = (simulation: Simulation) => void

/** One day, in order. Within a turn everybody sees the same state; what was decided is applied before the next turn. */
export const TURNS: readonly Turn[] = [
  decideFork,
  decideShocks,
  decidePhase,
  decideArrivals,
  decideOwnerWork,
  decideFigurePosts,
  decideIntruders,
  decideModerating,
  decideReading,
  decideRoles,
  decideTalking,
  decideCheckIns,
  decideCues,
  decideClaims,
  decideMeetings,
  decideBuying,
  decideTrying,
  decideInviting,
  decideTasks,
  decideNeeds,
  decideLeaving,
  decideListening,
  decideOwnerLedger,
  closeDay,
]

/** Simulates the next day: decides and applies turn by turn. Other turns than ours are for trying a new mechanism out. */
export function simulateDay(simulation: Simulation, turns: readonly Turn[] = TURNS): void {
  for (const decide of turns) {
    const from = simulation.rows.count
    decide(simulation)
    applyFrom(simulation, from)
    if (decide === decideFork || decide === decideListening) followStage(simulation)
  }
}

/** A branch takes up its next stage on the day that its fork is for. */
function decideFork({ stages, world, rows }: Simulation): void {
  const next = (world.ownerMarks[OWNER_MARK.stage] as number) + 1
  if (stages[next]?.from === world.day) record(rows, KIND['fork-opened'], 0, -1, next, 0, -1)
}

/** The plan moves to the phase that holds today: the next one on its day, or any other when a fork changed the plan. */
function decidePhase({ town, world, rows }: Simulation): void {
  const today = town.plan.findLastIndex(({ from }) => from <= world.day)
  if (today !== world.ownerMarks[OWNER_MARK.phase]) record(rows, KIND['phase-begun'], 0, -1, today, 0, -1)
}

function closeDay({ rows }: Simulation): void {
  record(rows, KIND['day-closed'], 0, -1, -1, 0, -1)
}
