import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { SCENARIOS } from '../../sim/cli/package-files.ts'
import { simulateDay } from '../../sim/engine/day.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import { forget } from '../../sim/events/rows.ts'
import type { Library } from '../../sim/scenario/bases.ts'
import { editScenario, type Edit } from '../../sim/scenario/edit.ts'
import { parseScenario, type ScenarioText } from '../../sim/scenario/parse.ts'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { must, refusal, type Door } from './door.ts'
import { KEYS, mutatedText, mutatedValue, NUMBER_TEXTS, strangeValue } from './mutate.ts'
import type { Random } from './random.ts'
import { smallerList, smallerText, smallerValue } from './smaller.ts'

/** A file, and edits of what it means. */
interface ScenarioInput {
  readonly text: string
  readonly edits: readonly Edit[]
}

/** Errors begin with a file, or, of an edit, with a path. */
const PLACE = /^(?:[^\n]*\.(?:yaml|yml|json)(?::\d+)?: |[^\n]+ (?:must|is|goes) )/

export function scenarioDoor(): Door<ScenarioInput> {
  const shipped = readdirSync(SCENARIOS)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file.slice(0, -'.yaml'.length), readFileSync(join(SCENARIOS, file), 'utf8')] as const)
  const texts = new Map(shipped)
  const library = (own: string): Library<ScenarioText> => {
    const find = (name: string): ScenarioText | undefined => {
      const text = name === 'fuzzed' ? own : texts.get(name)
      return text === undefined ? undefined : { text, file: `${name}.yaml` }
    }
    return Object.assign(find, { names: [...texts.keys()] })
  }
  const resolved = shipped.map(([name, text]) => parseScenario(text, `${name}.yaml`, library('')))
  // As written, and not as resolved: with every default filled in they are ten times as long, and say no more.
  const whole = shipped.map(([, text]) => JSON.stringify(parse(text)))
  return { name: 'scenario', make, enter, smaller, show, limit: 2000 }

  function make(random: Random): ScenarioInput {
    return { text: textOf(random), edits: random.oneIn(5) ? editsOf(random) : [] }
  }

  function textOf(random: Random): string {
    switch (random.below(20)) {
      case 0:
        return special(random)
      case 1:
        return mutatedText('', random)
      case 2:
        return random.pick(whole)
      case 3:
      case 4:
      case 5:
        return mutatedText(random.pick(whole), random)
      case 6:
      case 7:
      case 8:
      case 9: {
        const value = mutatedValue(JSON.parse(random.pick(whole)), random)
        return JSON.stringify(random.oneIn(3) ? mutatedValue(value, random) : value) ?? ''
      }
      default:
        return mutatedText(random.pick(shipped)[1], random)
    }
  }

  function editsOf(random: Random): Edit[] {
    return Array.from({ length: random.pick([1, 1, 2, 5]) }, () => {
      const path = pathIn(random.pick(resolved), random)
      return { path: random.oneIn(4) ? mutatedText(path, random) : path, value: strangeValue(random) }
    })
  }

  function enter({ text, edits }: ScenarioInput): string {
    try {
      const scenario = parseScenario(text, 'fuzzed.yaml', library(text))
      mustBeWhole(scenario, text.length)
      if (edits.length === 0) return 'accepted'
      const edited = editScenario(scenario, edits).scenario
      mustBeWhole(edited, 1)
      return 'accepted'
    } catch (error) {
      return refusal(error, ['ScenarioError'], PLACE)
    }
  }

  function smaller({ text, edits }: ScenarioInput): Iterable<ScenarioInput> {
    return (function* () {
      for (const fewer of smallerList(edits)) yield { text, edits: fewer }
      for (const less of smallerText(text)) yield { text: less, edits }
      for (const [at, edit] of edits.entries())
        for (const value of smallerValue(edit.value))
          yield { text, edits: edits.map((kept, n) => (n === at ? { ...kept, value } : kept)) }
    })()
  }

  function show({ text, edits }: ScenarioInput): string {
    return `${JSON.stringify(text)}${edits.length > 0 ? `\nedits: ${JSON.stringify(edits)}` : ''}`
  }
}

/** What was accepted means the same when it is written down and read again, and it runs. */
function mustBeWhole(scenario: Scenario, salt: number): void {
  const json = JSON.stringify(scenario)
  const again = (other: Scenario): boolean => JSON.stringify(other) === json
  must(
    again(resolveScenario(JSON.parse(json), '', () => undefined)),
    'an accepted scenario must resolve to itself',
  )
  if (salt % 4 === 0)
    must(
      again(parseScenario(json, 'again.json', () => undefined)),
      'an accepted scenario must be the same when it is read from its JSON',
    )
  if (salt % 16 === 1)
    must(
      again(parseScenario(stringify(scenario), 'again.yaml', () => undefined)),
      'an accepted scenario must be the same when it is read from its YAML',
    )
  if (salt % 8 === 3) mustRun(scenario)
}

/** Small enough to be run in passing. */
const PEOPLE_MOST = 3200
const SEATS_MOST = 5000

function mustRun(scenario: Scenario): void {
  const { market, community } = scenario
  if (market.people > PEOPLE_MOST || community.groups * community.capacity > SEATS_MOST) return
  const simulation = createSimulation(scenario, 'fuzz')
  while (simulation.world.day < Math.min(2, scenario.days)) {
    simulateDay(simulation)
    forget(simulation.rows)
  }
}

/** The path of some value. */
function pathIn(scenario: Scenario, random: Random): string {
  let path = ''
  let value: unknown = scenario
  while (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value)
    const key = random.oneIn(20) ? random.pick(KEYS) : (keys[random.below(keys.length)] ?? '0')
    path += Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`
    value = Reflect.get(value, key)
    if (random.oneIn(8)) break
  }
  return path
}

/** What YAML can do to those who read it. */
function special(random: Random): string {
  const head = 'format: qunxiang-scenario/1\nname: x\nmarket: { pains: { skin: 0.5 } }\n'
  const times = random.pick([3, 41, 400, 20_000])
  const nested = random.pick([
    () => `${head}plan: ${'['.repeat(times)}${random.oneIn(2) ? ']'.repeat(times) : ''}`,
    () => `${head}plan: ${'{a: '.repeat(times)}1${'}'.repeat(times)}`,
    () =>
      `${head}model:\n${Array.from({ length: Math.min(times, 400) }, (_, n) => `${' '.repeat(n + 1)}a:\n`).join('')}`,
    () => `${head}plan: ${'- '.repeat(times)}1`,
    () => `${'? '.repeat(times)}`,
    () =>
      `a: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => `a${n}: &a${n} [${n === 0 ? '*a' : `*a${n - 1}`}, *a, *a]\n`).join('')}`,
    () => `${head}model: &m { <<: *m, a: *m }\n`,
    () => `base: &b { days: 3 }\n${head}<<: *b\n`,
    () => `${head}plan: &p [{ from: 0, ads: *p }]\n`,
    () => `${head}question: ${'x'.repeat(random.pick([200, 5000, 1_000_001]))}\n`,
    () => `${head}${'x'.repeat(random.pick([200, 100_000]))}: 1\n`,
    () => Array.from({ length: times / 4 }, (_, n) => `key${n}: ${n}\n`).join(''),
    () => `${head}claims: [${Array.from({ length: times / 2 }, () => 'A01').join(', ')}]\n`,
    () =>
      `extends: ${random.pick(['fuzzed', 'pain-point-first', 'six-needs--three', '../x', '', '__proto__', '1'])}\n`,
    () => `extends: fuzzed\nextends: fuzzed\n`,
    () => `\uFEFF${head.replaceAll('\n', '\r\n')}`,
    () => `${head}days: ${random.pick(NUMBER_TEXTS)}\nfounders: ${random.pick(NUMBER_TEXTS)}\n`,
    () =>
      `${head}days: !!${random.pick(['int', 'float', 'binary', 'set', 'omap', 'null', 'timestamp'])} "12"\n`,
    () => `${head}? [a, b]\n: 1\n? {a: 1}\n: 2\n`,
    () => `"${'\\u'.repeat(times / 2)}`,
    () => '\n'.repeat(times),
    () => `#${'x'.repeat(times)}`,
    () => `${head}model: { ${random.pick(KEYS)}: 1, "__proto__": 2 }\n`,
    () => head.replace('skin', random.pick(KEYS)),
    () => `${head}---\n${head}`,
  ])
  return nested()
}
