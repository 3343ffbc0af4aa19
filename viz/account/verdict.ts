import type { Playback } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import { seatAt } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import { nicknameOf } from '../stage/nickname.ts'
import { endingBy } from './story.ts'
import type { Share, Story } from './story.ts'

/** A second cause with a smaller share than this is not worth a clause. */
const SMALL = 0.05

export function nameOn(playback: Playback, seat: number, { texts, gap }: Words): string {
  return nicknameOf(playback.person[seat] ?? seat, texts.nicknames, gap)
}

/**
 * 「橙子姐，第 3 天进群，第 41 天退群；主要因为硬广告（62%），其次没有用（23%）。」 Only what has happened after
 * `day` whole days, and only what the watcher can know.
 */
export function verdictOf(
  story: Story | null,
  where: { readonly playback: Playback; readonly seat: number; readonly day: number; readonly view: View },
  words: Words,
): string {
  const { texts, when } = words
  const { playback, seat, day, view } = where
  const { state } = seatAt(playback, day, seat, view)
  if (state === 'empty') return texts.stateSentences.empty
  const on = (date: number): string => inSentence(when(date + 1), words)
  const joined = texts.whyJoined({
    name: nameOn(playback, seat, words),
    joined: on(playback.joinedDay[seat] ?? 0),
  })
  const present = (): string => texts.whyPresent({ story: joined, day: inSentence(when(day), words) })
  if (story === null) return state === 'gone' || state === 'leaving' ? joined + texts.stop : present()
  const ending = endingBy(story, day)
  if (view === 'owner' && ending?.kind !== 'left') return present()
  if (ending === null) return state === 'zombie' ? texts.whyAsleep({ story: joined }) : present()
  const say = ending.kind === 'left' ? texts.whyLeft : texts.whyMuted
  const ended = say({ story: joined, day: on(ending.day) })
  if (view === 'owner') return ended + texts.stop
  const before = story.endings.find((other) => other.kind === 'muted' && other !== ending)
  const muted = ending.kind === 'left' && before ? words.gap + texts.whyThen({ day: on(before.day) }) : ''
  return ended + reasons(ending.shares, words) + texts.stop + muted
}

function reasons([first, second]: readonly Share[], { texts, format }: Words): string {
  if (!first) return ''
  const share = format.percent(first.share)
  const main =
    first.cause === 'background'
      ? texts.whyNoMain({ share })
      : texts.whyMain({ cause: texts.causes[first.cause], share })
  if (!second || second.share < SMALL) return main
  return main + texts.whySecond({ cause: texts.causes[second.cause], share: format.percent(second.share) })
}

/** Inside an English sentence a day is written small: on day 3. */
function inSentence(text: string, { locale }: Words): string {
  return locale === 'en' ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
