import { applyFact } from './reference-apply.ts'
import { decideArrivals } from './mechanisms/arrivals.ts'
import { decideBuying } from './mechanisms/buying.ts'
import { decideCheckIns } from './mechanisms/check-ins.ts'
import { decideCues } from './mechanisms/cues.ts'
import { decideFigurePosts } from './mechanisms/figures.ts'
import { decideIntruders } from './mechanisms/intruders.ts'
import { decideInviting } from './mechanisms/inviting.ts'
import { decideLeaving } from './mechanisms/leaving.ts'
import { decideListening } from './mechanisms/listening.ts'
import { decideMeetings } from './mechanisms/meetings.ts'
import { decideModerating } from './mechanisms/moderating.ts'
import { decideNeeds } from './mechanisms/needs.ts'
import { decideOwnerLedger } from './mechanisms/owner-ledger.ts'
import { decideOwnerWork } from './mechanisms/owner-work.ts'
import { decideClaims } from './mechanisms/packets.ts'
import { decideReading } from './mechanisms/reading.ts'
import { decideRoles } from './mechanisms/roles.ts'
import { decideShocks } from './mechanisms/shocks.ts'
import { decideTalking } from './mechanisms/talking.ts'
import { decideTasks } from './mechanisms/tasks.ts'
import { decideTrying } from './mechanisms/trying.ts'
import type { NamedFact } from './reference-facts.ts'
import { record, type Run } from './reference-run.ts'

// The reference engine: the model once more, over plain objects, written from sim/MODEL.md to be read and not to be fast.
// It shares the dice, the parameters and the arithmetic with the real engine, and nothing that decides or changes anything.
// Where the two differ, one of them or the page is wrong (law 36).

/** The turns of a day, by their names in sim/MODEL.md, in their order. */
const TURNS = {
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
} satisfies Readonly<Record<string, (run: Run) => void>>

/**
 * One day: in a turn everybody sees the same state; what was decided is applied before the next one. Returns, for each
 * turn, how many facts there were when it was over.
 */
export function liveDay(run: Run): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  for (const turn of TURN_NAMES) {
    liveTurn(run, turn)
    ends.set(turn, run.facts.length)
  }
  return ends
}

export type TurnName = keyof typeof TURNS
export const TURN_NAMES = Object.keys(TURNS) as TurnName[]

/** One turn: decides, and applies what was decided. */
export function liveTurn(run: Run, turn: TurnName): void {
  const from = run.facts.length
  TURNS[turn](run)
  for (const fact of run.facts.slice(from)) applyFact(run, fact)
}

/** What a turn would decide; nothing is applied, and nothing kept. */
export function decisionsOf(run: Run, turn: TurnName): NamedFact[] {
  const from = run.facts.length
  TURNS[turn](run)
  return run.facts.splice(from)
}

/** A branch takes up its next stage on its day. */
function decideFork(run: Run): void {
  const next = run.owner.stage + 1
  if (run.stages[next]?.from === run.day) record(run, 'fork-opened', { object: next })
}

/** The phase of a day is the last one that has begun. */
function decidePhase(run: Run): void {
  const phase = run.town.scenario.plan.findLastIndex(({ from }) => from <= run.day)
  if (phase !== run.owner.phase) record(run, 'phase-begun', { object: phase })
}

function closeDay(run: Run): void {
  record(run, 'day-closed', {})
}
