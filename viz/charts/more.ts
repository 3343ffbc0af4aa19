import { createCausesChart } from './causes.ts'
import type { Chart } from './chart.ts'
import { createFatigueChart } from './fatigue.ts'
import type { MoreContext } from './hooks.ts'
import { createIncomeChart } from './income.ts'
import type { ChartKind } from './kinds.ts'
import type { ChartSide } from './sides.ts'
import { createSurvivalOfMembers } from './survival-of-members.ts'
import { createTrustChart } from './trust.ts'

/** The kinds that the first picture can do without. */
export type LaterKind = Exclude<ChartKind, 'states' | 'activity' | 'outcomes'>

const CREATE: Readonly<Record<LaterKind, (sides: readonly ChartSide[], context: MoreContext) => Chart>> = {
  trust: createTrustChart,
  fatigue: createFatigueChart,
  income: createIncomeChart,
  survival: createSurvivalOfMembers,
  causes: createCausesChart,
}

export function createMore(kind: LaterKind, sides: readonly ChartSide[], context: MoreContext): Chart {
  return CREATE[kind](sides, context)
}
