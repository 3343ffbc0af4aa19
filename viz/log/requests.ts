import type { Fork, Scenario } from '../../sim/index.ts'
import type { CsvHeads } from './csv.ts'
import type { LogFilter } from './filter.ts'
import type { LogRow } from './rows.ts'
import type { Vocabulary } from './sentences.ts'

// What screen and worker of the log say to each other. A worker holds the facts of one history as long as it is asked.

/** Where the facts come from: a run that is run again, or a file that is read again. */
export type LogSource =
  | {
      readonly kind: 'run'
      readonly scenario: Scenario
      readonly seed: string
      readonly forks: readonly Fork[]
    }
  | { readonly kind: 'log'; readonly file: File }

/** First `open`, once; then the others, in any order. `list` numbers the filters. */
export type LogRequest =
  | { readonly type: 'open'; readonly source: LogSource }
  | { readonly type: 'filter'; readonly list: number; readonly filter: LogFilter }
  /** The matches at places from ≤ place < to of the present list. */
  | { readonly type: 'rows'; readonly from: number; readonly to: number }
  | { readonly type: 'chain'; readonly seq: number }
  /** The first `count` matches as CSV. */
  | {
      readonly type: 'csv'
      readonly count: number
      readonly heads: CsvHeads
      readonly vocabulary: Vocabulary
    }
  /** The whole history as a readable log. */
  | { readonly type: 'save' }
  /** No file is wanted any more. */
  | { readonly type: 'stop' }

export type LogAnswer =
  | { readonly type: 'progress'; readonly share: number }
  | {
      readonly type: 'opened'
      readonly count: number
      readonly days: number
      /** Number of facts of each kind, by code. */
      readonly kinds: Uint32Array
    }
  | {
      readonly type: 'filtered'
      readonly list: number
      /** Matches before each day, and in all. */
      readonly byDay: Uint32Array
    }
  | {
      readonly type: 'rows'
      readonly list: number
      readonly from: number
      readonly rows: readonly LogRow[]
    }
  | {
      readonly type: 'chain'
      readonly list: number
      readonly chain: readonly LogRow[]
      /** Where each stands in the present list, −1 for nowhere. */
      readonly places: readonly number[]
    }
  | { readonly type: 'writing'; readonly share: number }
  | { readonly type: 'written'; readonly file: Blob }
  | { readonly type: 'failed'; readonly text: string }
