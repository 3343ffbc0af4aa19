import type { Moment, Playback } from '../../sim/index.ts'
import type { Format } from '../locales/format.ts'
import type { Messages } from '../locales/zh-Hans.ts'

/** A key moment of one side. It is over, and shown, once `day` whole days have passed. */
export interface Chapter {
  /** 0 for A, 1 for B. */
  readonly side: number
  /** Whole days after which it has happened: a moment on day n (people say 第 n+1 天) shows at n + 1. */
  readonly day: number
  readonly moment: Moment
}

/** The key moments of all sides in the order in which they are told. */
export function chaptersOf(playbacks: readonly (Playback | null)[]): readonly Chapter[] {
  return playbacks
    .flatMap((playback, side) =>
      (playback?.moments ?? []).map((moment) => ({
        side,
        day: Math.min(moment.day + 1, playback?.days ?? 0),
        moment,
      })),
    )
    .sort((one, other) => one.day - other.day || one.side - other.side)
}

/** The last chapter that has happened, or null before the first. */
export function chapterAt(chapters: readonly Chapter[], day: number): Chapter | null {
  return chapters.findLast((chapter) => chapter.day <= day) ?? null
}

/** What happened, in a sentence without a full stop. */
export function momentText(moment: Moment, playback: Playback, texts: Messages, format: Format): string {
  const known = texts.momentTexts
  switch (moment.kind) {
    case 'largest-loss':
      return known['largest-loss']({ count: format.count(moment.value ?? 0) })
    case 'phase-begins':
      return known['phase-begins']({ changes: changesOf(moment, playback, texts) })
    case 'shock':
      return texts.shockTexts[moment.detail as keyof Messages['shockTexts']] ?? texts.shock
    default:
      return known[moment.kind]
  }
}

/** What the owner does otherwise from that day on, as far as a class would notice it. */
function changesOf(moment: Moment, playback: Playback, texts: Messages): string {
  const { plan } = playback.scenario
  const at = plan.findIndex((phase) => phase.from === moment.day)
  const [before, now] = [plan[at - 1], plan[at]]
  if (!before || !now) return ''
  const { changes } = texts
  const found: string[] = []
  const note = (from: number, to: number, words: readonly [string, string, string, string]): void => {
    if (from === to) return
    const [begins, stops, more, fewer] = words
    found.push(from === 0 ? begins : to === 0 ? stops : to > from ? more : fewer)
  }
  const { adsBegin, adsStop, adsMore, adsFewer, contentMore, contentFewer } = changes
  note(before.ads.perDay, now.ads.perDay, [adsBegin, adsStop, adsMore, adsFewer])
  const content = [contentMore, contentFewer, contentMore, contentFewer] as const
  note(before.content.perDay, now.content.perDay, content)
  const { packetsBegin, packetsStop, offlineBegin, offlineStop } = changes
  const packets = (perDay: number): number => Math.sign(perDay)
  note(packets(before.redPackets.perDay), packets(now.redPackets.perDay), [packetsBegin, packetsStop, '', ''])
  const offline = (everyDays: number): number => Number(Number.isFinite(everyDays) && everyDays > 0)
  note(offline(before.offline.everyDays), offline(now.offline.everyDays), [offlineBegin, offlineStop, '', ''])
  return found.join(texts.comma)
}
