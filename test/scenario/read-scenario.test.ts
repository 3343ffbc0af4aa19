import { describe, expect, it } from 'vitest'
import { readScenarioText, resolveScenarioText } from '../../sim/scenario/read-scenario.ts'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import { LEAST, parse, problemsOf } from './helpers.ts'

const base = { format: 'qunxiang-scenario/1', name: 'Base', market: { pains: { skin: 0.3, gifts: 0.2 } } }
const library = Object.assign((name: string) => (name === 'base' ? base : undefined), { names: ['base'] })

function problemsIn(text: string): string[] {
  return problemsOf(() => resolveScenarioText(readScenarioText(text, 'mine.yaml'), 'mine', library))
}

describe('a scenario file over bases that were parsed already', () => {
  it('says what it extends before that is there', () => {
    expect(readScenarioText('extends: base', 'mine.yaml').extended).toBe('base')
    expect(readScenarioText(LEAST, 'mine.yaml').extended).toBeNull()
    expect(readScenarioText('[1, 2', 'mine.yaml').extended).toBeNull()
  })

  it('means what the same text means to the command line', () => {
    const { scenario } = resolveScenarioText(readScenarioText(LEAST, 'mine.yaml'), 'mine', library)
    expect(scenario).toEqual(parse(LEAST))
  })

  it('comes with plain values that mean the same', () => {
    const text =
      'format: qunxiang-scenario/1\nextends: base\nname: { en: Mine, zh-Hans: 我的 }\nplan: [{ answers: 0.5 }]\n'
    const { scenario, body } = resolveScenarioText(readScenarioText(text, 'mine.yaml'), 'mine', library)
    expect(body).toEqual({
      format: 'qunxiang-scenario/1',
      extends: 'base',
      name: { en: 'Mine', 'zh-Hans': '我的' },
      plan: [{ answers: 0.5 }],
    })
    expect(resolveScenario(body, 'mine', library)).toEqual(scenario)
  })

  it('tells all that is wrong with it in one go, each with its line', () =>
    expect(problemsIn(`${LEAST}days: many\nfounders: -1\nfoo: 2\n`)).toEqual([
      'mine.yaml:4: days must be a whole number from 1 to 1500, got "many"',
      expect.stringMatching(/^mine\.yaml:5: founders must be /),
      expect.stringMatching(/^mine\.yaml:6: foo /),
    ]))

  it('tells what is wrong with its YAML', () =>
    expect(problemsIn('name: [1, 2\n')).toEqual([
      expect.stringMatching(/^mine\.yaml:\d: the scenario must be YAML/),
    ]))

  it('guesses at a wrong base', () =>
    expect(problemsIn('extends: bass\n')).toEqual([
      'mine.yaml:1: extends must name a known scenario, got "bass": did you mean base?',
    ]))

  it('may not extend the name that it is given itself', () => {
    const read = readScenarioText('extends: base\n', 'base.yaml')
    expect(problemsOf(() => resolveScenarioText(read, 'base', library))).toEqual([
      'base.yaml:1: extends must not lead back to a scenario on the way, got base → base',
    ])
  })
})
