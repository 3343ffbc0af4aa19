import type { Edit, Fork, Phase, Scenario } from '../../sim/index.ts'
import { putAt } from './at-path.ts'

/** A run with its forks as a scenario of its own. */
export interface AsScenario {
  readonly scenario: Scenario
  /** Edits that no file can begin on a later day: they hold from the first day of this scenario. */
  readonly fromTheStart: readonly Edit[]
}

/**
 * The scenario whose run is that of a side with its forks: a fork on a later day becomes a phase of the plan that begins
 * on that day. What stands outside the plan has no days in a file, and is told apart.
 */
export function asScenario(scenario: Scenario, forks: readonly Fork[]): AsScenario {
  let plan: Phase[] = structuredClone([...scenario.plan])
  const others: Edit[] = []
  /** Where a phase of the scenario as it was now stands: forks name phases by their old numbers. */
  let moved = plan.map((_, at) => at)
  for (const { at, edits } of forks) {
    const inForce = plan.findLastIndex(({ from }) => from <= at)
    const phase = plan[inForce]
    if (!phase) continue
    if (phase.from < at) {
      plan = [
        ...plan.slice(0, inForce + 1),
        { ...structuredClone(phase), from: at },
        ...plan.slice(inForce + 1),
      ]
      moved = moved.map((place) => (place >= inForce ? place + 1 : place))
    }
    for (const edit of edits) {
      const [, number, path] = /^plan\[(\d+)\]\.(.+)$/.exec(edit.path) ?? []
      const target = number === undefined ? undefined : plan[moved[Number(number)] ?? -1]
      if (target === undefined || path === undefined) others.push(edit)
      else putAt(target, path, edit.value)
    }
  }
  const copy = structuredClone({ ...scenario, plan }) as Scenario
  for (const { path, value } of others) putAt(copy, path, value)
  const first = forks[0]?.at ?? 0
  return { scenario: copy, fromTheStart: first === 0 && forks.length < 2 ? [] : others }
}
