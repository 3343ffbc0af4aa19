import type { Certificate } from '../test/engines/certificate.ts'

/** What an engine made of the certificate: the certificate, or the problem that it had with it. */
export interface Outcome {
  readonly title: string
  readonly version: string
  readonly seconds: number
  /** Days after which every run stopped; none when left out. */
  readonly daysMax?: number
  readonly certificate?: Pick<Certificate, 'runs'>
  readonly problem?: string
}

export interface Comparison {
  readonly engines: readonly Outcome[]
  readonly runs: readonly {
    readonly scenario: string
    readonly seed: string
    readonly digest: string | undefined
    /** One for each engine but the first. */
    readonly cells: readonly { readonly text: string; readonly fault?: string }[]
  }[]
  /** A sentence for each thing that is not as it must be; none when all engines agree. */
  readonly failures: readonly string[]
}

/** Compares what engines made of the certificate, each with the first. */
export function compareOutcomes(outcomes: readonly Outcome[]): Comparison

/** The comparison in Markdown: a row for each run, a column for each engine. */
export function tableOf(comparison: Comparison): string
