import { expect } from 'vitest'
import type { Library } from '../../sim/scenario/bases.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'
import type { ScenarioText } from '../../sim/scenario/parse.ts'
import { ScenarioError } from '../../sim/scenario/problem.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'

/** A library of texts by name, in files called NAME.yaml. */
export function libraryOf(texts: Readonly<Record<string, string>>): Library<ScenarioText> {
  const find = (name: string): ScenarioText | undefined => {
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined
    return text === undefined ? undefined : { text, file: `${name}.yaml` }
  }
  return Object.assign(find, { names: Object.keys(texts) })
}

/** The lines that a scenario needs, to which a test adds what it is about. */
export const LEAST = `format: qunxiang-scenario/1
name: Least
market: { pains: { skin: 0.3, gifts: 0.2 } }
`

export function parse(text: string, texts: Readonly<Record<string, string>> = {}): Scenario {
  return parseScenario(text, 'x.yaml', libraryOf(texts))
}

/** The lines of the error that parsing ends in. */
export function problemsOf(act: () => unknown): string[] {
  try {
    act()
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError)
    if (error instanceof ScenarioError) return error.message.split('\n')
  }
  return []
}

export function mistakesIn(text: string, texts: Readonly<Record<string, string>> = {}): string[] {
  return problemsOf(() => parse(text, texts))
}
