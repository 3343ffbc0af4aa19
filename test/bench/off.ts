// What it costs that there are mechanisms which do nothing: those with a turn of the day to themselves, switched off.

import { simulateDay } from '../../sim/engine/day.ts'
import { decideCheckIns } from '../../sim/engine/mechanisms/check-ins.ts'
import { decideCues } from '../../sim/engine/mechanisms/cues.ts'
import { decideFigurePosts } from '../../sim/engine/mechanisms/figures.ts'
import { decideIntruders } from '../../sim/engine/mechanisms/intruders.ts'
import { decideInviting } from '../../sim/engine/mechanisms/inviting.ts'
import { decideListening } from '../../sim/engine/mechanisms/listening.ts'
import { decideMeetings } from '../../sim/engine/mechanisms/meetings.ts'
import { decideModerating } from '../../sim/engine/mechanisms/moderating.ts'
import { decideNeeds } from '../../sim/engine/mechanisms/needs.ts'
import { decideClaims } from '../../sim/engine/mechanisms/packets.ts'
import { decideRoles } from '../../sim/engine/mechanisms/roles.ts'
import { decideShocks } from '../../sim/engine/mechanisms/shocks.ts'
import { decideTasks } from '../../sim/engine/mechanisms/tasks.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import { GROUP_MARK } from '../../sim/model/world.ts'
import { editScenario } from '../../sim/scenario/edit.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'

const TURNS = [
  decideShocks,
  decideFigurePosts,
  decideIntruders,
  decideModerating,
  decideRoles,
  decideCheckIns,
  decideCues,
  decideClaims,
  decideMeetings,
  decideInviting,
  decideTasks,
  decideNeeds,
  decideListening,
]

const SWITCHES = [
  ...['chanceShocks', 'figureEffect', 'intruding', 'memberAds', 'roleEffect', 'checkInEffect', 'cueEffect'],
  ...['packetEffect', 'meetingEffect', 'inviting', 'taskEffect', 'needsEffect', 'listeningEffect'],
]

/** What of a plan wakes those mechanisms. */
const PLANNED = ['roles', 'checkIns', 'identityCue', 'bondCue', 'forcedTasks', 'listening']

/** Days after which a group is looked at: full, and in its stride. */
const DAYS = 60
const CALLS = 5000

export const TURNS_OFF = TURNS.length

/** Nanoseconds of CPU a member-day that all those turns together take when none of them has anything to do. */
export function costOfTurnsThatAreOff(scenario: Scenario): number {
  const { scenario: quiet } = editScenario(scenario, [
    ...SWITCHES.map((name) => ({ path: `model.${name}`, value: 0 })),
    ...scenario.plan.flatMap((_, n) => [
      ...PLANNED.map((field) => ({ path: `plan[${n}].${field}`, value: 0 })),
      { path: `plan[${n}].offline.everyDays`, value: 0 },
      { path: `plan[${n}].redPackets.perDay`, value: 0 },
    ]),
    { path: 'shocks', value: [] },
  ])
  const simulation = createSimulation(quiet, 'bench')
  for (let day = 0; day < DAYS; day++) simulateDay(simulation)
  const facts = simulation.rows.count
  const before = process.cpuUsage()
  for (let call = 0; call < CALLS; call++) for (const decide of TURNS) decide(simulation)
  const { user, system } = process.cpuUsage(before)
  if (simulation.rows.count > facts)
    throw new Error('a mechanism that is off must decide nothing, and one did')
  return ((user + system) * 1000) / CALLS / (simulation.world.groupMarks[GROUP_MARK.members] as number)
}
