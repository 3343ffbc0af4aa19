import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { kindOf } from './kinds.ts'
import type { LogRow } from './rows.ts'
import { actorOf, objectOf, sentenceBesideName, valueOf } from './sentences.ts'
import type { Vocabulary } from './sentences.ts'
import type { LogTexts } from './log-texts.ts'

/** The columns of the table, in their order. */
export const COLUMNS = ['day', 'group', 'who', 'kind', 'sentence', 'object', 'value', 'because'] as const

/** What lines are written with. */
export interface LineWords {
  readonly words: Words
  readonly own: LogTexts
  readonly vocabulary: Vocabulary
}

/** One line of the table, which shows now this row and now that. */
export interface RowLine {
  readonly element: HTMLElement
  /** Place of the row that it shows, −1 for none. */
  place: number
  /** The row, once it is there. */
  row: LogRow | undefined
}

export function createRowLine(): RowLine {
  const cells = COLUMNS.map((column, at) =>
    h('div', { role: 'gridcell', class: `log-cell log-${column}`, 'aria-colindex': at + 1 }),
  )
  const number = h('span', { class: 'quiet' })
  cells[2]?.append(h('span', { class: 'log-name' }), number)
  // The grid is one stop of the keyboard; there the left arrow does the same.
  cells[7]?.append(h('button', { type: 'button', class: 'link', tabindex: -1 }))
  return {
    element: h('div', { role: 'row', class: 'log-row', hidden: true }, ...cells),
    place: -1,
    row: undefined,
  }
}

/** Writes a row into the line; nothing but dots while it is on its way. */
export function writeRow({ element }: RowLine, row: LogRow | undefined, line: LineWords): void {
  const cells = element.children as unknown as readonly HTMLElement[]
  const texts = row ? textsOf(row, line) : WAITING
  COLUMNS.forEach((column, at) => {
    const cell = cells[at]
    if (!cell) return
    if (column === 'who') {
      const [name, number] = cell.children
      if (name) write(name, texts.who)
      if (number) write(number, row && row.actor >= 0 ? ` #${row.actor}` : '')
    } else if (column === 'because') {
      const [button] = cell.children as unknown as readonly HTMLElement[]
      if (!button) return
      write(button, texts.because)
      button.hidden = texts.because === ''
    } else write(cell, texts[column])
  })
  cells[4]?.setAttribute('title', texts.sentence)
}

type Texts = Readonly<Record<(typeof COLUMNS)[number], string>>

const WAITING: Texts = {
  day: '…',
  group: '',
  who: '',
  kind: '',
  sentence: '…',
  object: '',
  value: '',
  because: '',
}

function textsOf(row: LogRow, { words, own, vocabulary }: LineWords): Texts {
  return {
    day: words.when(row.day + 1),
    group: words.format.count(row.group + 1),
    who: actorOf(row, vocabulary),
    kind: own.kindNames[kindOf(row.kind)],
    sentence: sentenceBesideName(row, vocabulary),
    object: objectOf(row, vocabulary),
    value: valueOf(row, vocabulary),
    because: row.cause < 0 ? '' : becauseText(row, { words, own }),
  }
}

/** 「发广告，第 3 天」; of the same day, 「发广告」. */
function becauseText(row: LogRow, { words, own }: Omit<LineWords, 'vocabulary'>): string {
  const { causeKind, causeDay } = row
  if (causeDay === row.day) return own.kindNames[kindOf(causeKind)]
  return own.because({ kind: own.kindNames[kindOf(causeKind)], when: words.when(causeDay + 1) })
}
