import { ENGINE, ensembleReport, runArms, seedOfRun } from '../../sim/index.ts'
import type { ArmResults, EnsembleReport, Job, RunResult, Scenario } from '../../sim/index.ts'
import { createSurvivalChart } from '../charts/survival.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog, openTable } from '../panels/dialog.ts'
import { openLabWorker, workersFor } from '../player/lab.ts'
import { nameOf } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import { aliveSentence } from './fate.ts'
import { createMany } from './many.ts'
import './outcomes.css'
import { createProgress } from './progress.ts'
import { RUNS, baseSeedOf, rerunsOf } from './reruns.ts'

// The tile of the dots comes with the whole: two parts loaded apart would each want a third of what they share.
export { createOutcomeDots } from '../charts/outcome-dots.ts'

/** What the outcomes ask the page. */
export interface OutcomesContext {
  readonly words: () => Words
  readonly sides: () => readonly Side[]
  /** Puts the run with this seed on the wall. */
  readonly openRun: (seed: string) => void
}

/** The one view of outcomes. Runs are done while it is open and at no other time. */
export interface Outcomes {
  readonly open: () => void
  readonly close: () => void
}

/** All runs of a question that was asked before, so that going back to its dots costs nothing. */
interface Known {
  readonly question: string
  readonly results: readonly ArmResults[]
}

export function createOutcomes(context: OutcomesContext): Outcomes {
  let dialog: HTMLDialogElement | null = null
  let known: Known | null = null

  function open(): void {
    if (dialog?.open) return
    const words = context.words()
    const { texts } = words
    const reruns = rerunsOf(context.sides())
    const arms = reruns.filter(({ hindrance }) => hindrance === null)
    const first = reruns.findIndex(({ hindrance }) => hindrance === null)
    const scenarios = arms.map(({ playback }) => playback.scenario)
    const seed = baseSeedOf((arms[0] ?? reruns[0])?.playback.seed ?? '')
    const manies = reruns.map((rerun, at) =>
      createMany({ rerun, seed, words, isFirst: at === first, openRun }),
    )
    const ours = manies.filter((_, at) => reruns[at]?.hindrance === null)
    const chart = createSurvivalChart(
      arms.map(({ side, playback }) => ({
        letter: side.letter,
        name: nameOf(side, words.locale),
        days: playback.scenario.days,
      })),
      { words, onTable: (table) => openTable(table, texts) },
    )
    const progress = createProgress(words, { stop: () => stopRuns.abort(), again: start })
    const results = scenarios.map(() => new Array<RunResult | null>(RUNS).fill(null))
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

    /** Runs everything; what was asked before is shown at once. */
    function start(): void {
      const question = JSON.stringify([ENGINE, seed, scenarios])
      if (known?.question === question) return finish(known.results)
      stopRuns = new AbortController()
      const { signal } = stopRuns
      void runAll(scenarios, { seed, signal, heard, onProgress: progress.show }).then((all) => {
        if (dialog !== shown) return
        if (!signal.aborted) known = { question, results: all }
        finish(all)
      })
    }

    function heard({ arm, seed: of }: Job, result: RunResult): void {
      const run = results[arm]?.findIndex((_, at) => seedOfRun(seed, at) === of) ?? -1
      showRun(arm, run, result)
      drawing ||= requestAnimationFrame(() => {
        drawing = 0
        showReports()
      })
    }

    function showRun(arm: number, run: number, result: RunResult | null): void {
      const own = results[arm]
      // A run that took its worker with it is heard of only at the end.
      if (!own || result === null || own[run] !== null) return
      own[run] = result
      ours[arm]?.showRun(run, result)
    }

    function showReports(): EnsembleReport[] {
      const reports = scenarios.map((scenario, arm) => reportOf(scenario, results[arm] ?? []))
      reports.forEach((report, arm) => ours[arm]?.showReport(report))
      chart.show(reports.map(({ survival }) => survival))
      chart.summarise(spoken(reports))
      return reports
    }

    function finish(all: readonly ArmResults[]): void {
      all.forEach((own, arm) => own.forEach((result, run) => showRun(arm, run, result)))
      const done = all.flat().filter((result) => result !== null).length
      progress.finish(done, all.flat().length, spoken(showReports()))
    }

    /** 「A：20 次里有 3 次活到最后（…）。B：…」 */
    function spoken(reports: readonly EnsembleReport[]): string {
      return reports
        .map((report, arm) => {
          const letter = arms[arm]?.side.letter ?? ''
          return texts.side({ letter, name: aliveSentence(report, words) })
        })
        .join(words.gap)
    }
  }

  return { open, close: () => dialog?.close() }
}

function runAll(
  scenarios: readonly Scenario[],
  options: {
    readonly seed: string
    readonly signal: AbortSignal
    readonly heard: (job: Job, result: RunResult) => void
    readonly onProgress: (done: number, all: number) => void
  },
): Promise<readonly ArmResults[]> {
  const { heard, ...others } = options
  const arms = scenarios.map((scenario) => ({ scenario }))
  return runArms(arms, {
    ...others,
    runs: RUNS,
    workers: workersFor(navigator.hardwareConcurrency),
    openWorker: () => openLabWorker(heard),
  })
}

function reportOf(scenario: Scenario, results: ArmResults): EnsembleReport {
  return ensembleReport({ scenario: scenario.name.en, engine: ENGINE, days: scenario.days }, results)
}
