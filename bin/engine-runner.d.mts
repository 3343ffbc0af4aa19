import type { Outcome } from './engine-table.mjs'
import type { Engine } from './engines.mjs'

/** The certificate as the text of one plain script: no modules, nothing of Node, nothing of a page. */
export function bundleCertificate(): Promise<string>

export interface RunnerOptions {
  readonly bundle: string
  /** A folder for what has to be written down meanwhile; made if need be, and left to the caller to remove. */
  readonly folder: string
  /** Days after which every run stops; its full length when left out. */
  readonly daysMax?: number
  /** Time that the engine gets at most; 300 when left out. */
  readonly secondsMax?: number
  /** Calls it off; the promise is then rejected, and nothing of the engine is left. */
  readonly signal?: AbortSignal
}

/** What an engine makes of the certificate, and the seconds it took, start included. */
export function runCertificate(engine: Engine, options: RunnerOptions): Promise<Outcome>
