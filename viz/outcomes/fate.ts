import { hasFailed } from '../../sim/index.ts'
import type { EnsembleReport, RunResult } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'

/** What became of one run. `day` counts from 0. */
export type Fate =
  | { readonly kind: 'pending' }
  | { readonly kind: 'lived' }
  | { readonly kind: 'died'; readonly day: number }
  | { readonly kind: 'failed'; readonly failure: string }

export function fateOf(result: RunResult | null): Fate {
  if (result === null) return { kind: 'pending' }
  if (hasFailed(result)) return { kind: 'failed', failure: result.failure }
  return result.deathDay === null ? { kind: 'lived' } : { kind: 'died', day: result.deathDay }
}

/** 「第 48 天死群」, 「活到最后」 */
export function fateText(fate: Fate, { texts, format }: Words): string {
  switch (fate.kind) {
    case 'pending':
      return texts.outcomes.pending
    case 'lived':
      return texts.outcomes.lived
    case 'died':
      return texts.outcomes.died({ day: format.count(fate.day + 1) })
    case 'failed':
      return texts.outcomes.failed({ failure: fate.failure })
  }
}

/** 「第 4 次：第 48 天死群，就是墙上这一次」: the name of a dot. Runs are counted from 0, and named from 1. */
export function runText(
  run: number,
  result: RunResult | null,
  { isOnTheWall, words }: { readonly isOnTheWall: boolean; readonly words: Words },
): string {
  const { texts, format } = words
  const text = texts.outcomes.run({ run: format.count(run + 1), fate: fateText(fateOf(result), words) })
  return isOnTheWall ? text + texts.comma + texts.outcomes.onTheWall : text
}

/** 「20 次里有 17 次活到最后（95% 区间 64%–95%）。」 Runs that broke count neither way. */
export function aliveSentence(report: EnsembleReport, { texts, format }: Words): string {
  const last = report.survival.at(-1)
  if (!last) return report.runs === 0 ? texts.outcomes.waiting : texts.outcomes.none
  const [, , low, high] = last
  const runs = report.outcomes.length
  const alive = report.outcomes.filter(({ deathDay }) => deathDay === null).length
  const numbers = { runs: format.count(runs), low: format.percent(low), high: format.percent(high) }
  if (alive === 0) return texts.outcomes.aliveNone(numbers)
  if (alive === runs) return texts.outcomes.aliveAll(numbers)
  return texts.outcomes.alive({ ...numbers, alive: format.count(alive) })
}

/** 「3 次没有跑成：…」, one text for each reason. */
export function brokenTexts({ failed }: EnsembleReport, { texts, format }: Words): string[] {
  return [...new Set(failed.map(({ failure }) => failure))].map((failure) => {
    const count = failed.filter((run) => run.failure === failure).length
    return texts.outcomes.broken({ count: format.count(count), failure })
  })
}

/** The middle of a number after the last day, and where 8 runs in 10 lie; dashes where no run could tell it. */
export function spreadOf(
  report: EnsembleReport,
  metric: 'ownerNet' | 'conversionRate',
  { texts, format }: Words,
): { readonly median: string; readonly between: string } {
  const write = metric === 'ownerNet' ? format.money : format.percent
  const estimate = report.metrics[metric]?.[report.days]
  if (!estimate) return { median: write(NaN), between: write(NaN) }
  const { median, p10, p90 } = estimate
  return { median: write(median), between: texts.outcomes.between({ low: write(p10), high: write(p90) }) }
}
