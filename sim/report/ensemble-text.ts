import type { EnsembleReport } from '../lab/ensemble-report.ts'
import type { Estimate } from '../lab/estimate.ts'
import type { Locale } from '../model/local-text.ts'
import type { MetricName } from '../projections/metric.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { SENTENCES } from './locales.ts'
import { counted, percent, showMetric } from './numbers.ts'
import { SHOWN_METRICS } from './sentences.ts'
import { tableOf } from './table.ts'

/** Many runs in one screen of text: how long they live, and the band of each metric. */
export function ensembleText(report: EnsembleReport, scenario: Scenario, locale: Locale): string {
  const say = SAY[locale]
  const blocks = [
    [`${scenario.name[locale]} (${report.scenario})`],
    [say.runs(report.outcomes.length, report.days, report.engine), say.model],
    aliveLines(report, locale),
    bandLines(report, locale),
    dotLines(report, locale),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function bandLines({ metrics }: EnsembleReport, locale: Locale): string[] {
  const words = SENTENCES[locale]
  const days = Object.keys(metrics.members ?? {}).map(Number)
  if (days.length === 0) return []
  const rows = SHOWN_METRICS.flatMap((name) => {
    const byDay = metrics[name]
    if (byDay === undefined) return []
    return [[words.metrics[name], ...days.map((day) => bandText(name, byDay[day]))]]
  })
  const head = ['', ...days.map((day) => words.afterDays(day))]
  return [SAY[locale].bands, ...tableOf([head, ...rows], { right: true })]
}

/** `17 [12–23]`: median and where eight runs in ten lie. */
export function bandText(name: MetricName, band: Estimate | undefined): string {
  if (band === undefined) return '–'
  const show = (value: number) => showMetric(name, value)
  return `${show(band.median)} [${show(band.p10)} … ${show(band.p90)}]`
}

function aliveLines({ alive, survival }: EnsembleReport, locale: Locale): string[] {
  const say = SAY[locale]
  return Object.entries(alive).map(([day, share]) => {
    const step = survival.findLast(([at]) => at <= Number(day))
    return say.alive(Number(day), percent(share), percent(step?.[2] ?? 0), percent(step?.[3] ?? 1))
  })
}

/** Runs that a line has room for. */
const SHOWN_RUNS = 20

/** A sign a run, in the order of seeds: each can be opened with `run --seed`. */
function dotLines({ outcomes }: EnsembleReport, locale: Locale): string[] {
  const [first] = outcomes
  if (first === undefined) return []
  const shown = outcomes.slice(0, SHOWN_RUNS)
  return [
    SAY[locale].dots(shown.length, first.seed),
    `  ${shown.map(({ deathDay }) => (deathDay === null ? '●' : '○')).join(' ')}`,
  ]
}

interface EnsembleWords {
  readonly runs: (runs: number, days: number, engine: string) => string
  readonly model: string
  readonly alive: (day: number, share: string, low: string, high: string) => string
  readonly bands: string
  readonly dots: (shown: number, seed: string) => string
}

const SAY: Readonly<Record<Locale, EnsembleWords>> = {
  en: {
    runs: (runs, days, engine) => `${counted(runs, 'run')} of ${counted(days, 'day')} · engine ${engine}`,
    model: 'A model, not a forecast: it says what follows if its mechanisms hold.',
    alive: (day, share, low, high) =>
      `Alive after ${day} days: ${share} of the runs (95 %: ${low} to ${high})`,
    bands: 'Median, and where eight runs in ten lie',
    dots: (shown, seed) =>
      `${shown === 1 ? 'The run' : `The first ${shown} runs`} (● lives, ○ died); open one with: run --seed ${seed}`,
  },
  'zh-Hans': {
    runs: (runs, days, engine) => `${runs} 次运行，每次 ${days} 天 · 引擎 ${engine}`,
    model: '这是模型，不是预测：它只说明机制成立时会发生什么。',
    alive: (day, share, low, high) => `${day} 天后还活着：${share}（95 % 区间 ${low} 到 ${high}）`,
    bands: '中位数，以及十次里有八次落在的范围',
    dots: (shown, seed) => `前 ${shown} 次运行（● 活着，○ 已死）；打开其中一次：run --seed ${seed}`,
  },
  'zh-Hant': {
    runs: (runs, days, engine) => `${runs} 次執行，每次 ${days} 天 · 引擎 ${engine}`,
    model: '這是模型，不是預測：它只說明機制成立時會發生什麼。',
    alive: (day, share, low, high) => `${day} 天後還活著：${share}（95 % 區間 ${low} 到 ${high}）`,
    bands: '中位數，以及十次裡有八次落在的範圍',
    dots: (shown, seed) => `前 ${shown} 次執行（● 活著，○ 已死）；打開其中一次：run --seed ${seed}`,
  },
}
