import { h, write } from '../dom.ts'
import type { Playback } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import { playable } from '../player/side.ts'
import type { Side } from '../player/side.ts'

/** The strip below the walls that says how the others differ from the first side, or a branch from its parent. */
export interface Difference {
  readonly element: HTMLElement
  readonly showDay: (day: number) => void
}

/** One comparison: who, with whom, in members, buyers and cash. */
export interface Gap {
  readonly letter: string
  readonly other: string
  readonly members: number
  readonly buyers: number
  readonly cash: number
}

/** Null where there is nothing to compare. */
export function createDifference(sides: readonly Side[], words: Words): Difference | null {
  const pairs = pairsOf(sides)
  if (pairs.length === 0) return null
  const { texts } = words
  const lines = pairs.map(([side, other]) => {
    const sentence = h('p', { class: 'gap-sentence' })
    const bar = h('span', { class: 'gap-bar', 'aria-hidden': 'true' }, h('i'))
    return { side, other, sentence, bar, element: h('li', {}, sentence, bar) }
  })
  const element = h(
    'ul',
    { class: lines.length > 1 ? 'difference many' : 'difference', 'aria-label': texts.difference.label },
    ...lines.map((line) => line.element),
  )
  return {
    element,
    showDay(day) {
      for (const { side, other, sentence, bar } of lines) {
        const gap = gapOn(side, other, day)
        write(sentence, gap === null ? '' : gapSentence(gap, words, { isShort: lines.length > 1 }))
        const most = Math.max(1, side.playback?.seats ?? 1, other.playback?.seats ?? 1)
        const share = gap === null ? 0 : (50 * gap.members) / most
        const mark = bar.firstElementChild as HTMLElement
        mark.style.left = `${share < 0 ? 50 + share : 50}%`
        mark.style.width = `${Math.abs(share)}%`
        bar.classList.toggle('less', share < 0)
      }
    },
  }
}

/** A branch is compared with its parent where that is shown, the others with the first side. */
export function pairsOf(sides: readonly Side[]): (readonly [Side, Side])[] {
  const shown = playable(sides).map(({ side }) => side)
  return shown.slice(1).flatMap((side) => {
    const other = side.parent && shown.includes(side.parent) ? side.parent : shown[0]
    return other && other !== side ? [[side, other] as const] : []
  })
}

export function gapOn(side: Side, other: Side, day: number): Gap | null {
  const [mine, theirs] = [side.playback, other.playback]
  if (!mine || !theirs) return null
  const at = (playback: Playback, metric: 'members' | 'buyers' | 'ownerNet'): number =>
    playback.series[metric][Math.min(day, playback.days)] ?? 0
  const gap = (metric: 'members' | 'buyers' | 'ownerNet'): number => at(mine, metric) - at(theirs, metric)
  return {
    letter: side.letter,
    other: other.letter,
    members: gap('members'),
    buyers: gap('buyers'),
    cash: gap('ownerNet'),
  }
}

type Say = (size: string) => string

/** 「B 比 A 多 143 人在群，多 12 位客户，少赚 ¥300。」 */
export function gapSentence(
  gap: Gap,
  { texts, format }: Words,
  { isShort = false }: { readonly isShort?: boolean } = {},
): string {
  const { letter, other, members, buyers, cash } = gap
  const says = texts.difference
  const tell = (value: number, write: (size: number) => string, more: Say, less: Say): string[] =>
    value === 0 ? [] : [(value > 0 ? more : less)(write(Math.abs(value)))]
  const parts = [
    ...tell(
      members,
      format.count,
      (count) => says.membersMore({ count }),
      (count) => says.membersFewer({ count }),
    ),
    ...tell(
      buyers,
      format.count,
      (count) => says.buyersMore({ count }),
      (count) => says.buyersFewer({ count }),
    ),
    ...tell(
      Math.round(cash),
      format.money,
      (money) => says.cashMore({ money }),
      (money) => says.cashLess({ money }),
    ),
  ]
  // Of several comparisons each tells the first thing only.
  const told = isShort ? parts.slice(0, 1) : parts
  return parts.length === 0
    ? texts.difference.same({ letter, other })
    : texts.difference.than({ letter, other, parts: told.join(texts.comma) })
}
