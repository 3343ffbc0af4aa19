import type { ArmResults } from '../lab/outcome.ts'
import { EXIT, Interrupted } from './exit.ts'
import { interruption } from './interrupt.ts'
import { note } from './output.ts'
import { noteFailures } from './worker-threads.ts'

/** Exit code of a command that did many runs, and a word about those that are missing. */
export function endOf(results: readonly ArmResults[]): number {
  const failures = noteFailures(results)
  const missing = results.flat().filter((result) => result === null).length
  if (missing > 0) note(`interrupted: ${missing} runs were not done, and what is told is of the others`)
  if (interruption.aborted) {
    const reason: unknown = interruption.reason
    return reason instanceof Interrupted ? reason.exitCode : EXIT.interrupted
  }
  return failures > 0 ? EXIT.ourBug : EXIT.done
}
