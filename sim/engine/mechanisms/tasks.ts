// Members who are made to do things (read, report, forward) write more at first, for nobody wants to be called out; then
// the wish to do it of one's own accord goes, and with it talk and value (B06). Simplified: nobody is thrown out for not
// doing them; all are made to do the same.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { saturate } from '../../model/arithmetic.ts'
import { CAUSE } from '../../model/causes.ts'
import { MARK, MARKS } from '../../model/world.ts'
import { openersToday } from '../daily-draws.ts'
import { phaseToday, type Simulation } from '../simulation.ts'
import { takesStock } from './needs.ts'

/** Days after which half of the wish to take part of one's own accord is gone. */
const WEARY_HALF_DAYS = 14
/** Posts a day that being made to brings at first, and how soon that fades: halved after 8 days. */
const POSTS_AT_FIRST = 0.07
const OBEDIENT_DAYS = 8
/** How much less is written of one's own accord in the end. */
const KEENNESS_LOST = 0.45

interface Forced {
  /** Posts a day and member that are written because they must be. */
  readonly posts: number
  /** Factor of what is written of one's own accord. */
  readonly keenness: number
  /** How weary members are of it, 0–1. */
  readonly weariness: number
}

/** What being made to do things does to talk today. */
export function forcedToday(simulation: Simulation): Forced {
  const { town, world } = simulation
  const { forcedTasks } = phaseToday(simulation)
  const strength = town.parameters.taskEffect * forcedTasks
  if (strength === 0) return { posts: 0, keenness: 1, weariness: 0 }
  // Since the first day of the latest run of phases with tasks.
  const { plan } = town
  let phase = plan.findLastIndex(({ from }) => from <= world.day)
  while (phase > 0 && (plan[phase - 1]?.forcedTasks ?? 0) > 0) phase--
  const days = world.day - (plan[phase]?.from ?? 0)
  const weariness = strength * saturate(days, WEARY_HALF_DAYS)
  return {
    posts: (POSTS_AT_FIRST * strength) / (1 + (days * days) / (OBEDIENT_DAYS * OBEDIENT_DAYS)),
    keenness: 1 - KEENNESS_LOST * weariness,
    weariness,
  }
}

/** Those who looked in feel once a week what it costs them. */
export function decideTasks(simulation: Simulation): void {
  const { weariness } = forcedToday(simulation)
  if (weariness === 0) return
  const { world, town, rows } = simulation
  const lost = town.parameters.taskCost * weariness
  if (lost === 0) return
  const { seats, persons, count } = openersToday(simulation)
  for (let n = 0; n < count; n++) {
    const person = persons[n] as number
    if (!takesStock(person, world.day)) continue
    const group = world.marks[(seats[n] as number) * MARKS + MARK.group] as number
    record(rows, KIND['value-changed'], group, person, CAUSE.tasks, -lost, -1)
  }
}
