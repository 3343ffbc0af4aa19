import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { LUCKS, luckReport, verdictOn } from './luck-report.ts'
import type { LuckReport, Lucks, Verdict } from './luck-report.ts'
import type { Ending } from './story.ts'
import { ACCOUNT_TEXTS } from './texts.ts'

/** Twenty dots, how far they are, and what they say together. */
export interface LucksView {
  readonly element: HTMLElement
  /** Of which kind the ending is that was asked about, and what is known; null while nothing is. */
  readonly show: (kind: Ending['kind'], lucks: Lucks | null) => void
}

/** In the order in which they are told. */
const TOLD: readonly Verdict[] = ['longer', 'end', 'same', 'shorter', 'absent', 'failed', 'pending']

export function createLucksView(days: number, words: Words, stop: () => void): LucksView {
  const { format, locale, gap } = words
  const { lucks: texts } = ACCOUNT_TEXTS[locale]
  const progress = h('progress', { max: LUCKS, value: 0, 'aria-label': texts.running })
  const count = h('span', {})
  const button = h(
    'button',
    { type: 'button', class: 'button', id: 'lucks-stop', onclick: () => stop() },
    words.texts.cancel,
  )
  const bar = h('div', { class: 'waiting-bar' }, progress, count, button)
  const dots = Array.from({ length: LUCKS }, () => h('span', { class: 'luck' }))
  const picture = h('div', { class: 'lucks', role: 'img' }, ...dots)
  const key = h('p', { class: 'luck-key', 'aria-hidden': 'true' })
  // The region stands there before it says anything: only then is it heard. It speaks once, at the end.
  const says = h('p', { class: 'lucks-say' })
  const note = h('p', { class: 'quiet' })
  const heard = h('div', { role: 'status' }, says, note)
  const shown = h('div', { class: 'lucks-part' }, bar, picture, key)
  const element = h('div', {}, shown, heard)

  function show(kind: Ending['kind'], lucks: Lucks | null): void {
    shown.hidden = lucks === null
    if (!lucks) {
      write(says, '')
      return write(note, '')
    }
    const verdicts = lucks.results.map((result) => verdictOn(result, kind))
    const report = luckReport(lucks.results, kind)
    const done = LUCKS - report.counts.pending
    const counts = { done: format.count(done), all: format.count(LUCKS) }
    // The focus does not vanish with the button.
    const wasFocused = document.activeElement === button
    bar.hidden = !lucks.isRunning
    progress.value = done
    write(count, texts.progress(counts))
    dots.forEach((dot, at) => (dot.className = `luck ${verdicts[at] ?? 'pending'}`))
    key.replaceChildren(
      ...TOLD.filter((verdict) => report.counts[verdict] > 0).map((verdict) =>
        h(
          'span',
          {},
          h('span', { class: `luck ${verdict}` }),
          `${texts.verdicts[verdict]} ${report.counts[verdict]}`,
        ),
      ),
    )
    picture.setAttribute('aria-label', countsTold(report, words))
    if (lucks.isRunning) return
    const stopped = done < LUCKS ? texts.stopped(counts) + gap : ''
    const failed = lucks.failure === null ? '' : gap + texts.failed({ text: lucks.failure })
    write(says, stopped + lucksSentence(report, kind, words) + failed)
    write(note, rangeOf(report, words) + texts.note({ days: format.count(days) }))
    if (wasFocused)
      document.querySelector<HTMLElement>('.questions [data-asked]')?.focus({ preventScroll: true })
  }

  return { element, show }
}

/** 「20 次里 15 次，她会留得更久；中位数多 30 天。」 */
export function lucksSentence(
  { compared, counts, days }: LuckReport,
  kind: Ending['kind'],
  words: Words,
): string {
  const { format, locale } = words
  const { lucks: texts } = ACCOUNT_TEXTS[locale]
  if (!days) return texts.nothing
  const all = format.count(compared)
  const says =
    counts.longer === 0
      ? texts.none[kind]({ all })
      : texts.longer[kind]({ all, longer: format.count(counts.longer) })
  if (days.median === 0) return says + texts.medianSame
  const median = days.median > 0 ? texts.median : texts.medianLess
  return says + median({ days: format.count(Math.abs(days.median)) })
}

function rangeOf({ days }: LuckReport, { format, locale, gap }: Words): string {
  if (!days) return ''
  const { lucks: texts } = ACCOUNT_TEXTS[locale]
  const signed = (value: number): string => (value > 0 ? `+${format.count(value)}` : format.count(value))
  return texts.range({ low: signed(days.low), high: signed(days.high) }) + gap
}

/** 「更久 15，一样 3，更短 2」 */
function countsTold({ counts }: LuckReport, { texts, format, locale }: Words): string {
  const { verdicts } = ACCOUNT_TEXTS[locale].lucks
  return TOLD.filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${verdicts[verdict]} ${format.count(counts[verdict])}`)
    .join(texts.comma)
}
