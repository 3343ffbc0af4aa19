import { ENGINE, ensembleReport, seedOfRun } from '../../sim/index.ts'
import type { ArmResults, EnsembleReport, RunDone, Scenario } from '../../sim/index.ts'
import { createSurvivalChart } from '../charts/survival.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog, openTable } from '../panels/dialog.ts'
import { titleOfSide } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import { aliveSentence } from './fate.ts'
import type { KnownRuns } from './known-runs.ts'
import { createMany } from './many.ts'
import './outcomes.css'
import { createProgress } from './progress.ts'
import { rerun } from './rerun.ts'
import { RUNS, baseSeedOf, rerunsOf } from './reruns.ts'

// What charts show and ask of reruns comes with the whole: parts loaded apart would each want what they share.
export { createOutcomeDots } from '../charts/outcome-dots.ts'
export { askAvoidable } from './avoidable.ts'
export { rerun } from './rerun.ts'

/** What the outcomes ask the page. */
export interface OutcomesContext {
  readonly words: () => Words
  readonly sides: () => readonly Side[]
  /** Puts the run with this seed on the wall. */
  readonly openRun: (seed: string) => void
  /** What is known is shown at once, and what is found is known to others. */
  readonly known: KnownRuns
}

/** The one view of outcomes. It has runs done while it is open and at no other time. */
export interface Outcomes {
  readonly open: () => void
  readonly close: () => void
}

export function createOutcomes(context: OutcomesContext): Outcomes {
  const { known } = context
  let dialog: HTMLDialogElement | null = null

  function open(): void {
    if (dialog?.open) return
    const words = context.words()
    const { texts } = words
    const reruns = rerunsOf(context.sides())
    const own = reruns.filter(({ arm }) => arm !== null)
    const arms = own.flatMap(({ arm }) => arm ?? [])
    const first = reruns.findIndex(({ arm }) => arm !== null)
    const seed = baseSeedOf((own[0] ?? reruns[0])?.playback.seed ?? '')
    const manies = reruns.map((rerun, at) =>
      createMany({ rerun, seed, words, isFirst: at === first, openRun }),
    )
    const ours = manies.filter((_, at) => reruns[at]?.arm !== null)
    const chart = createSurvivalChart(
      own.map(({ side, playback }) => ({
        letter: side.letter,
        name: titleOfSide(side, words),
        days: playback.scenario.days,
      })),
      { words, onTable: (table) => openTable(table, texts) },
    )
    const progress = createProgress(words, { stop: () => stopRuns.abort(), again: start })
    let stopRuns = new AbortController()
    let drawing = 0

    const resized = new ResizeObserver(() => chart.draw())
    const shown = openDialog(texts.outcomes.title, texts.close, ...contents())
    dialog = shown
    shown.classList.add('outcomes')
    if (arms.length > 0) shown.querySelector('header button')?.before(progress.element)
    shown.addEventListener('close', () => {
      // It is told of a moment later, when the next one may be open already.
      if (dialog === shown) dialog = null
      stopRuns.abort()
      resized.disconnect()
      cancelAnimationFrame(drawing)
    })
    resized.observe(chart.element)
    start()

    function contents(): HTMLElement[] {
      const seeds = { first: seedOfRun(seed, 0), last: seedOfRun(seed, RUNS - 1) }
      const rows = h('div', { class: 'manies' }, ...manies.map(({ element }) => element))
      if (arms.length === 0) return [rows]
      return [
        h('div', { class: `outcomes-body arms-${manies.length}` }, rows, chart.element),
        h(
          'p',
          { class: 'outcomes-foot' },
          h('strong', {}, texts.outcomes.model),
          words.gap,
          h(
            'span',
            { class: 'quiet' },
            texts.outcomes.seeds(seeds),
            words.gap,
            arms.length > 1 ? texts.outcomes.pairs : '',
          ),
        ),
      ]
    }

    function openRun(seed: string): void {
      shown.close()
      context.openRun(seed)
    }

    /** Shows what is known, and runs the rest. */
    function start(): void {
      stopRuns = new AbortController()
      const { signal } = stopRuns
      arms.forEach((arm, at) => known.of(arm, seed).forEach((result, run) => ours[at]?.showRun(run, result)))
      void rerun(arms, { seed, known, signal, heard, onProgress: progress.show }).then(() => {
        if (dialog === shown) finish()
      })
    }

    function heard({ arm, run, result }: RunDone): void {
      ours[arm]?.showRun(run, result)
      drawing ||= requestAnimationFrame(() => {
        drawing = 0
        showReports()
      })
    }

    function showReports(): EnsembleReport[] {
      const reports = arms.map((arm) => reportOf(arm.scenario, known.of(arm, seed)))
      reports.forEach((report, arm) => ours[arm]?.showReport(report))
      chart.show(reports.map(({ survival }) => survival))
      chart.summarise(spoken(reports))
      return reports
    }

    function finish(): void {
      const all = arms.flatMap((arm) => known.of(arm, seed))
      const done = all.filter((result) => result !== null).length
      progress.finish(done, all.length, spoken(showReports()))
    }

    /** 「A：20 次里有 3 次活到最后（…）。B：…」 */
    function spoken(reports: readonly EnsembleReport[]): string {
      return reports
        .map((report, arm) => {
          const letter = own[arm]?.side.letter ?? ''
          return texts.side({ letter, name: aliveSentence(report, words) })
        })
        .join(words.gap)
    }
  }

  return { open, close: () => dialog?.close() }
}

function reportOf(scenario: Scenario, results: ArmResults): EnsembleReport {
  return ensembleReport({ scenario: scenario.name.en, engine: ENGINE, days: scenario.days }, results)
}
