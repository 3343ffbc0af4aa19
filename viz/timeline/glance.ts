import type { Playback } from '../../sim/index.ts'
import { RASTER_KINDS, activityOf } from './bins.ts'
import type { RasterKind } from './bins.ts'
import type { Chapter } from './moments.ts'

/** The one thing worth saying of a day: a chapter, or the kind of activity that stands out. */
export type TopEvent =
  | { readonly type: 'chapter'; readonly chapter: Chapter }
  | { readonly type: 'activity'; readonly kind: RasterKind; readonly count: number }

/**
 * What happened on the day after which `day` whole days have passed: a chapter, that of the side in view first; else
 * the activity of that side that is largest beside what is usual in its run (its daily mean). Null: nothing.
 */
export function topEventOn(
  day: number,
  chapters: readonly Chapter[],
  focus: { readonly side: number; readonly playback: Playback | null },
): TopEvent | null {
  const today = chapters.filter((chapter) => chapter.day === day)
  const chapter = today.find(({ side }) => side === focus.side) ?? today[0]
  if (chapter) return { type: 'chapter', chapter }
  return focus.playback && day > 0 ? outstanding(day - 1, focus.playback) : null
}

function outstanding(day: number, playback: Playback): TopEvent | null {
  let best: TopEvent | null = null
  let most = 0
  for (const kind of RASTER_KINDS) {
    const perDay = activityOf(playback, kind)
    const count = perDay?.[day] ?? 0
    if (!perDay || count <= 0) continue
    const beside = count / usual(perDay)
    if (beside <= most) continue
    most = beside
    best = { type: 'activity', kind, count }
  }
  return best
}

function usual(perDay: ArrayLike<number>): number {
  let sum = 0
  for (let day = 0; day < perDay.length; day++) sum += perDay[day] ?? 0
  return sum / perDay.length
}
