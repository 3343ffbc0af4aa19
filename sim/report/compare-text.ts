import type { CompareReport } from '../lab/compare-report.ts'
import type { PairedEstimate } from '../lab/estimate.ts'
import type { Locale } from '../model/local-text.ts'
import type { MetricName } from '../projections/metric.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { bandText } from './ensemble-text.ts'
import { SENTENCES } from './locales.ts'
import { counted, decimal, grouped, percent, showMetric, signed } from './numbers.ts'
import { SHOWN_METRICS } from './sentences.ts'
import { tableOf } from './table.ts'

/** Two scenarios with the same people, in one screen of text. */
export function compareText(
  report: CompareReport,
  [a, b]: readonly [Scenario, Scenario],
  locale: Locale,
): string {
  const say = SAY[locale]
  const last = String(report.a.days)
  const blocks = [
    [
      `A: ${a.name[locale]} (${report.a.scenario})`,
      `B: ${b.name[locale]} (${report.b.scenario})`,
      say.runs(report.runs, report.a.days, report.a.engine),
      say.model,
    ],
    differenceLines(report, last, locale),
    pairingLines(report, last, locale),
    placeboLines(report, locale),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function differenceLines(
  { a, b, difference, bOutlives }: CompareReport,
  last: string,
  locale: Locale,
): string[] {
  if (bOutlives === null) return []
  const say = SAY[locale]
  const words = SENTENCES[locale]
  const rows = SHOWN_METRICS.flatMap((name) => {
    const paired = difference[name]?.[last]
    if (paired === undefined) return []
    return [
      [
        words.metrics[name],
        bandText(name, a.metrics[name]?.[last]),
        bandText(name, b.metrics[name]?.[last]),
        intervalText(name, paired),
      ],
    ]
  })
  const head = [words.afterDays(Number(last)), 'A', 'B', say.difference]
  return [...tableOf([head, ...rows], { right: true }), '', say.outlives(percent(bOutlives))]
}

function intervalText(name: MetricName, { mean, ci95 }: PairedEstimate): string {
  const show = (value: number) => signed(value, (size) => showMetric(name, size))
  return ci95 === null ? show(mean) : `${show(mean)} [${show(ci95[0])} … ${show(ci95[1])}]`
}

/** What it was worth to compare the same people, for the owner's cash; and why, where it was worth little. */
function pairingLines(report: CompareReport, last: string, locale: Locale): string[] {
  const say = SAY[locale]
  const net = report.difference.ownerNet?.[last]
  if (net === undefined || net.correlation === null || net.narrower === null || net.varianceSaved === null) {
    return []
  }
  const numbers = {
    correlation: decimal(net.correlation, 2),
    narrower: decimal(net.narrower, 2),
    saved: percent(net.varianceSaved),
  }
  const lines = [say.pairing(numbers)]
  if (net.narrower < 3) lines.push(`${say.whyNot(numbers)}${dies(report, last) ? say.death : say.plans}`)
  if (net.runsNeeded !== null) lines.push(say.needed(grouped(net.runsNeeded), net.runs >= net.runsNeeded))
  return lines
}

/** Whether one of the two is dead at the end of most runs. */
function dies({ a, b }: CompareReport, last: string): boolean {
  return [a, b].some(({ survival }) => (survival.findLast(([day]) => day <= Number(last))?.[1] ?? 1) < 0.5)
}

function placeboLines({ placebo }: CompareReport, locale: Locale): string[] {
  if (placebo === null) return []
  const say = SAY[locale]
  const { noOpFork, irrelevantJoiner } = placebo
  const fork = say.fork(noOpFork.sameDigests, noOpFork.runs)
  // A run of one day has no day on which a stranger could come too late.
  if (irrelevantJoiner.runs === 0) return [fork]
  return [fork, say.joiner(irrelevantJoiner.largestDifference, irrelevantJoiner.runs)]
}

interface Pairing {
  readonly correlation: string
  readonly narrower: string
  readonly saved: string
}

interface CompareWords {
  readonly runs: (runs: number, days: number, engine: string) => string
  readonly model: string
  readonly difference: string
  readonly outlives: (share: string) => string
  readonly pairing: (pairing: Pairing) => string
  readonly whyNot: (pairing: Pairing) => string
  /** … because one of them mostly dies; because the plans decide more than the people. */
  readonly death: string
  readonly plans: string
  readonly needed: (runs: string, isEnough: boolean) => string
  readonly fork: (same: number, runs: number) => string
  readonly joiner: (difference: number, runs: number) => string
}

const SAY: Readonly<Record<Locale, CompareWords>> = {
  en: {
    runs: (runs, days, engine) =>
      `${counted(runs, 'pair')} of runs of ${counted(days, 'day')}, each with the same people · engine ${engine}`,
    model: 'A model, not a forecast: it says what follows if its mechanisms hold.',
    difference: 'B − A (mean, 95 %)',
    outlives: (share) => `B outlives A in ${share} of the pairs (ties count half).`,
    pairing: ({ correlation, narrower, saved }) =>
      `Pairing (owner’s net): correlation ${correlation}, ${saved} of the variance saved, interval ${narrower} × as narrow as unpaired.`,
    whyNot: ({ correlation }) =>
      `It is not narrower because A and B rise and fall together only that far (${correlation}): `,
    death: 'one of them dies in most runs, and what its people would have bought does not show any more.',
    plans: 'what the owner does decides more than what the people bring.',
    needed: (runs, isEnough) =>
      `The interval leaves 0 from about ${runs} pairs on${isEnough ? ': these are enough.' : ': more runs are needed.'}`,
    fork: (same, runs) =>
      `Placebo: a fork that changes nothing gave the same digest in ${same} of ${runs} runs.`,
    joiner: (difference, runs) =>
      `Placebo: a stranger on the last day moved no metric before by more than ${difference} (${runs} runs).`,
  },
  'zh-Hans': {
    runs: (runs, days, engine) => `${runs} 对运行，每次 ${days} 天，每一对都是同一批人 · 引擎 ${engine}`,
    model: '这是模型，不是预测：它只说明机制成立时会发生什么。',
    difference: 'B − A（平均，95 %）',
    outlives: (share) => `在 ${share} 的对子里，B 比 A 活得久（相同算一半）。`,
    pairing: ({ correlation, narrower, saved }) =>
      `配对（群主净现金）：相关 ${correlation}，省去 ${saved} 的方差，区间窄 ${narrower} 倍。`,
    whyNot: ({ correlation }) => `区间没有更窄，是因为 A 和 B 只在这个程度上同涨同落（${correlation}）：`,
    death: '其中一个多半死了，同一批人本来会买的，就显不出来了。',
    plans: '群主怎么做，比来的是谁更要紧。',
    needed: (runs, isEnough) =>
      `大约 ${runs} 对就能让区间离开 0${isEnough ? '：现在够了。' : '：还要更多次。'}`,
    fork: (same, runs) => `安慰剂：什么都不改的分叉，${runs} 次里有 ${same} 次摘要完全相同。`,
    joiner: (difference, runs) =>
      `安慰剂：最后一天进来一个陌生人，此前任何指标的变化不超过 ${difference}（${runs} 次）。`,
  },
  'zh-Hant': {
    runs: (runs, days, engine) => `${runs} 對執行，每次 ${days} 天，每一對都是同一批人 · 引擎 ${engine}`,
    model: '這是模型，不是預測：它只說明機制成立時會發生什麼。',
    difference: 'B − A（平均，95 %）',
    outlives: (share) => `在 ${share} 的對子裡，B 比 A 活得久（相同算一半）。`,
    pairing: ({ correlation, narrower, saved }) =>
      `配對（群主淨現金）：相關 ${correlation}，省去 ${saved} 的變異數，區間窄 ${narrower} 倍。`,
    whyNot: ({ correlation }) => `區間沒有更窄，是因為 A 和 B 只在這個程度上同漲同落（${correlation}）：`,
    death: '其中一個多半死了，同一批人本來會買的，就顯不出來了。',
    plans: '群主怎麼做，比來的是誰更要緊。',
    needed: (runs, isEnough) =>
      `大約 ${runs} 對就能讓區間離開 0${isEnough ? '：現在夠了。' : '：還要更多次。'}`,
    fork: (same, runs) => `安慰劑：什麼都不改的分叉，${runs} 次裡有 ${same} 次摘要完全相同。`,
    joiner: (difference, runs) =>
      `安慰劑：最後一天進來一個陌生人，此前任何指標的變化不超過 ${difference}（${runs} 次）。`,
  },
}
