import { hasFailed, seedOfRun } from '../../sim/index.ts'
import type { EnsembleReport, RunResult } from '../../sim/index.ts'
import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { titleOfSide } from '../player/side.ts'
import { createDots } from './dots.ts'
import { aliveSentence, brokenTexts, fateOf, runText, spreadOf } from './fate.ts'
import { RUNS } from './reruns.ts'
import type { Rerun } from './reruns.ts'

export interface ManyOptions {
  readonly rerun: Rerun
  /** The seed SEED of the runs SEED/0, SEED/1, … */
  readonly seed: string
  readonly words: Words
  /** What dots mean is said below the first of them. */
  readonly isFirst: boolean
  readonly openRun: (seed: string) => void
}

/** What one side came to, over all its runs. */
export interface Many {
  readonly element: HTMLElement
  readonly showRun: (run: number, result: RunResult | null) => void
  readonly showReport: (report: EnsembleReport) => void
}

/** One side of the outcomes: how many runs live, in a sentence and in dots, and what the owner gets out of it. */
export function createMany({ rerun, seed, words, isFirst, openRun }: ManyOptions): Many {
  const { texts, format } = words
  const { side, playback, hindrance } = rerun
  const { letter } = side
  const name = titleOfSide(side, words)
  const results = new Array<RunResult | null>(RUNS).fill(null)
  const onTheWall = results.findIndex((_, run) => seedOfRun(seed, run) === playback.seed)
  const hint = isFirst ? texts.outcomes.hint : ''
  const sentence = h('p', { class: 'alive' })
  const detail = h('p', { class: 'dot-detail' })
  const failures = h('ul', { class: 'failures' })
  const dots = createDots({
    label: texts.outcomes.dots({ letter, name }),
    count: RUNS,
    onTheWall,
    open: (run) => openRun(seedOfRun(seed, run)),
    look: (run) => write(detail, run === null ? hint : detailOf(run)),
  })
  const spreads = [
    { metric: 'ownerNet', label: texts.numbers.cash },
    { metric: 'conversionRate', label: texts.outcomes.conversion },
  ] as const
  const cells = spreads.map(({ metric, label }) => ({ metric, label, median: h('td'), between: h('td') }))
  const table = h(
    'table',
    { class: 'spreads' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('td'),
        ...[texts.outcomes.median, texts.outcomes.most].map((text) => h('th', { scope: 'col' }, text)),
      ),
    ),
    h(
      'tbody',
      {},
      ...cells.map(({ label, median, between }) =>
        h('tr', {}, h('th', { scope: 'row' }, label), median, between),
      ),
    ),
  )
  const id = `many-${letter}`
  const title = h('h3', { id }, h('span', { class: 'letter' }, letter), ' ', name)
  const parts = hindrance
    ? [h('p', { class: 'hindrance' }, hindranceText())]
    : [sentence, dots.element, detail, failures, table]
  const element = h('section', { class: 'outcome-side', 'aria-labelledby': id }, title, ...parts)
  results.forEach((result, run) => showRun(run, result))
  write(sentence, texts.outcomes.waiting)
  write(detail, hint)

  function hindranceText(): string {
    return hindrance === 'branch' ? texts.outcomes.branch : texts.whatIfOther({ engine: playback.engine })
  }

  function showRun(run: number, result: RunResult | null): void {
    results[run] = result
    const fate = fateOf(result)
    dots.show(run, {
      fate,
      name: runText(run, result, { isOnTheWall: run === onTheWall, words }),
      below: fate.kind === 'died' ? format.count(fate.day + 1) : '',
    })
  }

  /** 「第 4 次：第 48 天死群 · 种子 1/3 · 群主现金 ¥120 · 成交率 4%」 */
  function detailOf(run: number): string {
    const result = results[run] ?? null
    const said = [
      runText(run, result, { isOnTheWall: false, words }),
      texts.outcomes.seed({ seed: seedOfRun(seed, run) }),
    ]
    if (result === null || hasFailed(result)) return said.join(' · ')
    const last = result.at[playback.scenario.days]
    return [
      ...said,
      `${texts.numbers.cash} ${format.money(last?.ownerNet ?? NaN)}`,
      `${texts.outcomes.conversion} ${format.percent(last?.conversionRate ?? NaN)}`,
    ].join(' · ')
  }

  function showReport(report: EnsembleReport): void {
    write(sentence, aliveSentence(report, words))
    failures.replaceChildren(...brokenTexts(report, words).map((text) => h('li', {}, text)))
    for (const { metric, median, between } of cells) {
      const spread = spreadOf(report, metric, words)
      write(median, spread.median)
      write(between, spread.between)
    }
  }

  return { element, showRun, showReport }
}
