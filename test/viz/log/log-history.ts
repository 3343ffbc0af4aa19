import { run } from '../../../sim/index.ts'
import { crowdedScenario } from '../../events/log-text.ts'
import { addDay, createColumns } from '../../../viz/log/columns.ts'
import type { LogColumns } from '../../../viz/log/columns.ts'

export const scenario = crowdedScenario()

let columns: LogColumns | undefined

/** The facts of a small real run, as the page keeps them. */
export function someColumns(): LogColumns {
  if (columns) return columns
  const made = createColumns()
  run(scenario, '1', { observers: [(_, rows, from, to) => addDay(made, rows, from, to)] })
  return (columns = made)
}
