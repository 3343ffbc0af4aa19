import { CommanderError } from 'commander'
import { ENGINE } from '../model/engine-version.ts'
import { EXIT, Interrupted } from './exit.ts'

/** Errors that tell what is wrong with the input: they are told as they are. */
const INPUT_ERRORS = ['InputError', 'ScenarioError', 'LogError']

/** Says what went wrong, and returns the exit code for it. */
export function tell(error: unknown): number {
  if (error instanceof Interrupted) return error.exitCode
  // Commander has told it already; help and version that were asked for are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongInput
  if (error instanceof Error && INPUT_ERRORS.includes(error.name)) {
    process.stderr.write(`${error.message}\n`)
    return EXIT.wrongInput
  }
  process.stderr.write(`${bugReport(error)}\n`)
  return EXIT.ourBug
}

function bugReport(error: unknown): string {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [
    'This is a bug in Qunxiang, and not your fault. Please report it with these lines:',
    `version: ${ENGINE}, node ${process.version}, ${process.platform} ${process.arch}`,
    `command: qunxiang ${process.argv
      .slice(2)
      .map((part) => JSON.stringify(part))
      .join(' ')}`,
    `message: ${message}`,
  ].join('\n')
}
