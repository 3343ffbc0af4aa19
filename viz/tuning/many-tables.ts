import { METRIC_WORDS, hasFailed, seedOfRun } from '../../sim/index.ts'
import type { MetricName, RunResult } from '../../sim/index.ts'
import type { Table } from '../charts/chart.ts'
import { valueText } from '../definitions/definition.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'
import { lastOf, outcomesIn, quantileOf } from './ensemble.ts'
import { MANY_TEXTS } from './many-texts.ts'
import type { StripData } from './many-strip.ts'

/** The numbers behind the strips: of each plan the middle, and where 8 runs in 10 lie. */
export function numbersTable({ letters, known, words }: StripData, metrics: readonly MetricName[]): Table {
  const texts = MANY_TEXTS[words.locale]
  const rows = metrics.flatMap((metric) =>
    known.map((runs, at) => {
      const values = outcomesIn(runs).flatMap(({ outcome }) => lastOf(outcome, metric) ?? [])
      return [
        METRIC_WORDS[metric].name[words.locale],
        letters[at] ?? '',
        words.format.count(values.length),
        ...[0.5, 0.1, 0.9].map((part) => valueText(metric, quantileOf(values, part), words)),
      ]
    }),
  )
  return { title: texts.title, head: texts.numbersHead, rows }
}

/** Every run with its numbers; its button puts it on the wall. This is what the dots of the strips are, for keys. */
export function openRuns(
  data: StripData,
  options: {
    readonly metrics: readonly MetricName[]
    readonly seed: string
    readonly openRun: (run: number) => void
  },
): void {
  const { letters, known, onTheWall, words } = data
  const { metrics, seed } = options
  const texts = MANY_TEXTS[words.locale]
  const columns = letters.flatMap((letter) => [
    `${letter} ${texts.end}`,
    ...metrics.map((metric) => `${letter} ${METRIC_WORDS[metric].name[words.locale]}`),
  ])
  const head = h('tr', {}, ...[texts.runColumn, ...columns].map((text) => h('th', { scope: 'col' }, text)))
  const runs = Math.max(0, ...known.map((each) => each.length))
  const rows = Array.from({ length: runs }, (_, run) => run).flatMap((run) => {
    const results = known.map((each) => each[run] ?? null)
    if (results.every((result) => result === null || hasFailed(result))) return []
    const number = words.format.count(run + 1)
    const name = texts.open({ run: number, seed: seedOfRun(seed, run) })
    const button = h(
      'button',
      {
        type: 'button',
        class: 'link',
        'aria-label': run === onTheWall ? name + words.texts.comma + words.texts.outcomes.onTheWall : name,
        onclick() {
          dialog.close()
          options.openRun(run)
        },
      },
      number,
    )
    const cells = results.flatMap((result) => cellsOf(result, metrics, words))
    const current = run === onTheWall && { 'aria-current': 'true' }
    return [
      h('tr', { ...current }, h('th', { scope: 'row' }, button), ...cells.map((text) => h('td', {}, text))),
    ]
  })
  const table = h('table', { class: 'data runs' }, h('thead', {}, head), h('tbody', {}, ...rows))
  const scroller = { class: 'scroller', role: 'region', tabindex: 0, 'aria-label': texts.runs }
  const dialog = openDialog(
    texts.runs,
    words.texts.close,
    h('p', { class: 'quiet' }, texts.runsHint),
    h('div', scroller, table),
  )
}

function cellsOf(result: RunResult | null, metrics: readonly MetricName[], words: Words): string[] {
  if (result === null || hasFailed(result)) return ['–', ...metrics.map(() => '–')]
  const { outcomes } = words.texts
  const { deathDay } = result
  const end = deathDay === null ? outcomes.lived : outcomes.died({ day: words.format.count(deathDay + 1) })
  return [end, ...metrics.map((metric) => valueText(metric, lastOf(result, metric) ?? NaN, words))]
}
