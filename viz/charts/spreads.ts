import type { Scale } from './scale.ts'
import type { Label } from './labels.ts'
import type { LevelSpread } from './level-spread.ts'
import type { Group } from './picture.ts'
import { areaPath, linePath, pointsOf } from './shapes.ts'
import type { ChartSide } from './sides.ts'

/** One side, and how a score is spread over its members. */
export interface SideSpread {
  readonly side: ChartSide
  readonly spread: LevelSpread
}

/** More bands than two hide each other: then there are lines alone, and the table has the rest. */
const BANDS = 2

/** A median line a side, and from 10 to 90 in 100 members as a band. */
export function drawSpreads(
  group: Group,
  spreads: readonly SideSpread[],
  scales: { readonly x: Scale; readonly y: Scale },
): void {
  const bands = spreads.length > BANDS ? [] : spreads
  const paths = [
    ...bands.map(({ side, spread }) => ({ look: `band ${side.dash}`, path: bandPath(spread, scales) })),
    ...spreads.map(({ side, spread }) => ({
      look: `side-line ${side.dash}`,
      path: linePath(pointsOf(spread.median, scales)),
    })),
  ]
  group
    .selectAll('path')
    .data(paths)
    .join('path')
    .attr('class', ({ look }) => look)
    .attr('d', ({ path }) => path)
}

/** As long as somebody is in the group: a group that was left for good does not fill again. */
function bandPath({ low, high }: LevelSpread, scales: { readonly x: Scale; readonly y: Scale }): string {
  const begin = low.findIndex(Number.isFinite)
  const end = low.findLastIndex(Number.isFinite) + 1
  const cut = (values: Float64Array) => pointsOf(values, scales).slice(Math.max(0, begin), end)
  return areaPath(cut(high), cut(low))
}

/** The median of each side at the playhead, in words. */
export function spreadLabels(
  spreads: readonly SideSpread[],
  day: number,
  { y, say }: { readonly y: Scale; readonly say: (side: ChartSide, median: number) => string },
): Label[] {
  return spreads.flatMap(({ side, spread }) => {
    const median = spread.median[Math.min(day, side.playback.days)] ?? NaN
    if (!Number.isFinite(median)) return []
    return [{ key: side.letter, text: say(side, median), y: y(median), colour: 'var(--text)', strong: true }]
  })
}
