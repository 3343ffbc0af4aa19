import { saturate } from '../../../sim/model/arithmetic.ts'
import { openersIn, phaseOf, record, type Run } from '../reference-run.ts'
import { isHerDay } from './her-day.ts'

/** What being made to do things does today: to talk, to the wish to talk, and how weary members are of it. */
export function forcedToday(run: Run) {
  const strength = run.town.parameters.taskEffect * phaseOf(run).forcedTasks
  const days = run.day - firstDayOfTasks(run)
  const weariness = strength * saturate(days, 14)
  return {
    dutiful: (0.07 * strength) / (1 + (days * days) / (8 * 8)),
    keenness: 1 - 0.45 * weariness,
    weariness,
  }
}

/** The first day of the latest unbroken run of phases with tasks. */
function firstDayOfTasks({ town, day }: Run): number {
  const begun = town.scenario.plan.filter(({ from }) => from <= day)
  const without = begun.slice(0, -1).findLastIndex(({ forcedTasks }) => forcedTasks === 0)
  return begun[without + 1]?.from ?? 0
}

/** Who looked in feels once a week what it costs. */
export function decideTasks(run: Run): void {
  const lost = run.town.parameters.taskCost * forcedToday(run).weariness
  if (lost === 0) return
  for (const { group, person: actor } of openersIn(run)) {
    if (isHerDay(run, actor)) record(run, 'value-changed', { group, actor, object: 'tasks', value: -lost })
  }
}
