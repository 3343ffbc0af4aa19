import type { LogHeader } from '../engine/header.ts'
import type { ReplayReport } from '../projections/replay.ts'
import type { Locale } from '../model/local-text.ts'
import { SENTENCES } from './locales.ts'
import { grouped } from './numbers.ts'
import type { Sentences } from './sentences.ts'
import { metricLines } from './summary-text.ts'
import { tableOf } from './table.ts'

/** What a report of a replay is about. */
export interface ReplayOf {
  readonly header: LogHeader
  /** What the log is called. */
  readonly log: string
  readonly events: number
  /** Whether a re-run was asked for. */
  readonly reruns: boolean
}

/** A replayed log in text: which day, the metrics then, and what was found to hold. */
export function replayText(report: ReplayReport, of: ReplayOf, locale: Locale): string {
  const say = SENTENCES[locale]
  const { scenario, seed, engine } = of.header
  const { day, digest, metrics, firstDifference } = report
  const blocks = [
    [say.replay({ log: of.log, day, days: scenario.days }), scenario.name[locale]],
    [say.run({ seed, engine, days: day, events: grouped(of.events), digest })],
    metricLines([[day, metrics]], say),
    verifiedLines(report, of, say),
    ...(firstDifference === null
      ? []
      : [[say.difference({ ...firstDifference, day: say.day(firstDifference.day + 1) })]]),
  ]
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function verifiedLines({ verified }: ReplayReport, { header, reruns }: ReplayOf, say: Sentences): string[] {
  const verdict = (holds: boolean): string => (holds ? say.holds : say.fails)
  const rerun = reruns ? say.otherEngine(header.engine) : say.notAsked
  return tableOf([
    [say.chain, verdict(verified.chain)],
    [say.fold, verified.fold === null ? say.otherEngine(header.engine) : verdict(verified.fold)],
    [say.rerun, verified.rerun === null ? rerun : verdict(verified.rerun)],
  ])
}
