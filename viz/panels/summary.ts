import type { Playback } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import { countOf } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import { playable } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import { chapterAt, momentText } from '../timeline/moments.ts'
import type { Chapter } from '../timeline/moments.ts'

/** 「第 12 天，A 在群 431 人，B 在群 380 人」, and what happened on that very day. */
export function daySummary(
  day: number,
  sides: readonly Side[],
  chapters: readonly Chapter[],
  { texts, format, when }: Words,
): string {
  const counts = playable(sides).map(({ side: { letter }, playback }) => {
    const members = playback.series.members[Math.min(day, playback.days)] ?? 0
    return texts.membersNow({ letter, count: format.count(members) })
  })
  const chapter = chapterAt(chapters, day)
  const playback = chapter?.day === day ? sides[chapter.side]?.playback : null
  const event =
    chapter && playback ? `${texts.stop} ${momentText(chapter.moment, playback, texts, format)}` : ''
  return [when(day), ...counts].join(texts.comma) + event
}

/** What a wall shows, for those who cannot see it. */
export function wallSummary(
  day: number,
  playback: Playback,
  view: View,
  { texts, format, when }: Words,
): string {
  const count = (state: 'muted' | 'gone' | 'leaving'): number => countOf(playback.stateCounts, day, state)
  return texts.wallSummary({
    when: when(day),
    members: format.count(playback.series.members[day] ?? 0),
    muted: view === 'owner' ? '?' : format.count(count('muted')),
    gone: format.count(count('gone') + count('leaving')),
  })
}
