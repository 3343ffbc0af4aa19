import { notSimulated } from '../scenario/not-simulated.ts'
import type { Given } from './scenario-files.ts'

/** Results go to standard output, everything else to standard error. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** One JSON document. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

export function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Tells what a scenario asks for in vain. */
export function noteNotSimulated({ file, scenario }: Given): void {
  for (const path of notSimulated(scenario)) note(`note: ${file}: ${path} is not simulated yet`)
}
