import type { Chart } from './chart.ts'
import type { MoreContext } from './hooks.ts'
import { createIncomeChart } from './income.ts'
import type { ChartKind } from './kinds.ts'
import type { ChartSide } from './sides.ts'

/** The kinds that the first picture can do without. */
export type LaterKind = Exclude<ChartKind, 'states' | 'activity' | 'outcomes'>

type Create = (sides: readonly ChartSide[], context: MoreContext) => Chart

/** Each is loaded by itself: most pages show one or two of them. */
const LOAD: Readonly<Record<LaterKind, () => Promise<Create>>> = {
  trust: async () => (await import('./trust.ts')).createTrustChart,
  fatigue: async () => (await import('./fatigue.ts')).createFatigueChart,
  income: () => Promise.resolve(createIncomeChart), // a tile of the first picture
  survival: async () => (await import('./survival-of-members.ts')).createSurvivalOfMembers,
  causes: async () => (await import('./causes.ts')).createCausesChart,
}

export async function loadMore(
  kind: LaterKind,
  sides: readonly ChartSide[],
  context: MoreContext,
): Promise<Chart> {
  return (await LOAD[kind]())(sides, context)
}
