import { METRIC_WORDS } from '../../sim/index.ts'
import type { MetricName } from '../../sim/index.ts'
import { valueText } from '../definitions/definition.ts'
import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { lastOf, medianOf, outcomesIn, pairsOf } from './ensemble.ts'
import type { Known } from './ensemble.ts'
import { MANY_TEXTS } from './many-texts.ts'
import { dotAt, drawStrip } from './strip.ts'
import type { StripLayout, StripRow } from './strip.ts'

/** What a strip shows: the runs of each plan, in the order of letters. */
export interface StripData {
  readonly letters: readonly string[]
  readonly known: Known
  /** The run that is on the wall, or −1. */
  readonly onTheWall: number
  readonly words: Words
}

/** One number of many runs, a dot a run. */
export interface ManyStrip {
  readonly element: HTMLElement
  readonly draw: (data: StripData) => void
}

/**
 * A strip for those who point: a dot that is pointed at is named above, and opens its run. For everybody else the same
 * runs stand in the list of runs.
 */
export function createManyStrip(metric: MetricName, openRun: (run: number) => void): ManyStrip {
  const name = h('span', { class: 'strip-name' })
  const says = h('span', { class: 'strip-says' })
  const canvas = h('canvas', { role: 'img' })
  const element = h('div', { class: 'run-strip' }, name, says, canvas)
  let shown: StripData | null = null
  let layout: StripLayout | null = null
  let looked = -1

  canvas.addEventListener('pointermove', (event) => look(runAt(event)))
  canvas.addEventListener('pointerleave', () => look(-1))
  canvas.addEventListener('click', (event) => {
    const run = runAt(event)
    if (run >= 0) openRun(run)
  })

  function runAt({ offsetX: x, offsetY: y }: MouseEvent): number {
    return (layout && dotAt(layout, { x, y })?.run) ?? -1
  }

  function look(run: number): void {
    if (run === looked) return
    looked = run
    canvas.classList.toggle('on-dot', run >= 0)
    if (shown) draw(shown)
  }

  function draw(data: StripData): void {
    shown = data
    const { letters, known, onTheWall, words } = data
    const texts = MANY_TEXTS[words.locale]
    const format = (value: number): string => valueText(metric, value, words)
    const rows = known.map((runs, at) => rowOf(letters[at] ?? '', runs))
    const sentence = [
      ...rows.map(({ letter, median }) => texts.median({ letter, value: format(median) })),
      ...comparison(data, rows),
    ].join(words.texts.comma)
    const label = METRIC_WORDS[metric].name[words.locale]
    write(name, label)
    write(says, looked < 0 ? sentence : detailOf(rows, words))
    canvas.setAttribute('aria-label', texts.strip({ name: label, says: sentence }))
    layout = drawStrip(canvas, rows, { format, ringed: [onTheWall, looked] })
  }

  function rowOf(letter: string, runs: Known[number]): StripRow {
    const dots = outcomesIn(runs).flatMap(({ run, outcome }) => {
      const value = lastOf(outcome, metric)
      return value === null ? [] : [{ run, value }]
    })
    return { letter, dots, median: medianOf(dots.map(({ value }) => value)) }
  }

  /** 「100 对里 63 对 B 比 A 高」, where there are two plans. */
  function comparison({ words }: StripData, [before, after]: readonly StripRow[]): string[] {
    if (!before || !after) return []
    const { higher, pairs } = pairsOf(byRun(before), byRun(after))
    if (pairs === 0) return []
    const { format } = words
    const counts = { higher: format.count(higher), pairs: format.count(pairs) }
    return [MANY_TEXTS[words.locale].higher({ letter: after.letter, other: before.letter, ...counts })]
  }

  /** 「第 8 次：A 31，B 212」 */
  function detailOf(rows: readonly StripRow[], words: Words): string {
    const values = rows.flatMap(({ letter, dots }) => {
      const dot = dots.find(({ run }) => run === looked)
      return dot ? [`${letter} ${valueText(metric, dot.value, words)}`] : []
    })
    const run = words.format.count(looked + 1)
    return MANY_TEXTS[words.locale].run({ run, values: values.join(words.texts.comma) })
  }

  return { element, draw }
}

function byRun({ dots }: StripRow): (number | null)[] {
  const values: (number | null)[] = []
  for (const { run, value } of dots) values[run] = value
  return values
}
