import type { Cause, Playback, Without } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import { seatAt } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import { nicknameOf } from '../stage/nickname.ts'
import { endingBy } from './story.ts'
import type { Ending, Share, Story } from './story.ts'
import { ACCOUNT_TEXTS } from './texts.ts'

/** A second cause with a smaller share than this is not worth a clause, nor a question. */
export const SMALL = 0.05

export function nameOn(playback: Playback, seat: number, { texts, gap }: Words): string {
  return nicknameOf(playback.person[seat] ?? seat, texts.nicknames, gap)
}

/**
 * 「橙子姐，第 3 天进群，第 41 天退群；主要因为硬广太多（62%），其次没看到需要的内容（23%）。」 Only what has happened after
 * `day` whole days, and only what the watcher can know.
 */
export function verdictOf(
  story: Story | null,
  where: { readonly playback: Playback; readonly seat: number; readonly day: number; readonly view: View },
  words: Words,
): string {
  const { texts, when, locale } = words
  const own = ACCOUNT_TEXTS[locale]
  const { playback, seat, day, view } = where
  const { state } = seatAt(playback, day, seat, view)
  if (state === 'empty') return texts.stateSentences.empty
  const on = (date: number): string => inSentence(when(date + 1), words)
  const joined = own.whyJoined({
    name: nameOn(playback, seat, words),
    joined: on(playback.joinedDay[seat] ?? 0),
  })
  const present = (): string => own.whyPresent({ story: joined, day: inSentence(when(day), words) })
  if (story === null) return state === 'gone' || state === 'leaving' ? joined + texts.stop : present()
  const ending = endingBy(story, day)
  if (view === 'owner' && ending?.kind !== 'left') return present()
  if (ending === null) return state === 'zombie' ? own.whyAsleep({ story: joined }) : present()
  const say = ending.kind === 'left' ? own.whyLeft : own.whyMuted
  const ended = say({ story: joined, day: on(ending.day) })
  if (view === 'owner') return ended + texts.stop
  const before = story.endings.find((other) => other.kind === 'muted' && other !== ending)
  const muted = ending.kind === 'left' && before ? words.gap + own.whyThen({ day: on(before.day) }) : ''
  return ended + reasons(ending.shares, words) + texts.stop + muted
}

function reasons([first, second]: readonly Share[], { texts, format, locale }: Words): string {
  if (!first) return ''
  const own = ACCOUNT_TEXTS[locale]
  const { because } = own
  // Some causes have a name in tables that is no reason to give.
  const reason = (cause: Cause): string =>
    Object.hasOwn(because, cause) ? because[cause as keyof typeof because] : texts.causes[cause]
  const share = format.percent(first.share)
  const main =
    first.cause === 'background'
      ? own.whyNoMain({ share })
      : own.whyMain({ cause: reason(first.cause), share })
  if (!second || second.share < SMALL) return main
  return main + own.whySecond({ cause: reason(second.cause), share: format.percent(second.share) })
}

/**
 * 「如果没有硬广，她会在第 155 天退群，晚 73 天。」 What would have become of her in place of the ending that is
 * shown; of a member who has muted so far, nothing is said that presumes how she ends.
 */
export function whatIfSentence({ cause, outcome, day }: Without, ending: Ending, words: Words): string {
  const { texts, when, format, locale } = words
  const own = ACCOUNT_TEXTS[locale]
  const without = texts.without[cause]
  const date = day === null ? '' : inSentence(when(day + 1), words)
  if (outcome === ending.kind && day === ending.day) return own.whatIfSame[ending.kind]({ without })
  switch (outcome) {
    case 'left': {
      const later = ending.kind === 'left' && day !== null ? day - ending.day : 0
      const say = later > 0 ? own.whatIfLater : own.whatIfEarlier
      const by = later === 0 ? '' : say({ days: format.count(Math.abs(later)) })
      return own.whatIfLeaves({ without, day: date }) + by + texts.stop
    }
    case 'muted':
      return own.whatIfMutes({ without, day: date })
    case 'asleep':
      return own.whatIfSleeps({ without })
    case 'present':
      return own.whatIfStays[ending.kind]({ without })
    case 'never-joined':
      return own.whatIfNeverJoins({ without })
  }
}

/** Inside an English sentence a day is written small: on day 3. */
function inSentence(text: string, { locale }: Words): string {
  return locale === 'en' ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
