import { notSimulated } from '../scenario/not-simulated.ts'
import { ScenarioError } from '../scenario/problem.ts'
import type { Locale } from '../model/local-text.ts'
import { EXIT, InputError } from './exit.ts'
import { note, print } from './output.ts'
import { readGiven } from './scenario-files.ts'

/** `qunxiang check SCENARIO…`: all problems of all files, and what is not simulated yet. */
export function checkCommand(wanted: readonly string[], { locale }: { readonly locale: Locale }): number {
  const told = new Set<string>()
  let bad = 0
  for (const one of wanted) {
    const problems = checkOne(one, locale)
    if (problems.length > 0) bad += 1
    // A base that several files extend is reported once.
    for (const problem of problems.filter((problem) => !told.has(problem))) note(problem)
    for (const problem of problems) told.add(problem)
  }
  return bad > 0 ? EXIT.wrongInput : EXIT.done
}

/** The problems of one scenario; prints a line when there are none. */
function checkOne(wanted: string, locale: Locale): string[] {
  try {
    const { name, scenario } = readGiven(wanted)
    const { days, market } = scenario
    print(
      `ok ${name}: ${scenario.name[locale]}, ${days} ${days === 1 ? 'day' : 'days'}, ${market.people} people`,
    )
    for (const path of notSimulated(scenario)) print(`   note: ${path} is not simulated yet`)
    return []
  } catch (error) {
    if (error instanceof ScenarioError || error instanceof InputError) return error.message.split('\n')
    throw error
  }
}
