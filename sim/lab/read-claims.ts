import { LOCALES, type LocalText } from '../model/local-text.ts'
import { PARAMETERS, type ParameterName } from '../model/parameters.ts'
import type { Edit } from '../scenario/edit.ts'
import { guess } from '../scenario/checking.ts'
import { placeOf, valueOf, type Located } from '../scenario/located.ts'
import { formatPath, type Path } from '../scenario/path.ts'
import { inReadingOrder, ScenarioError, show, type Problem } from '../scenario/problem.ts'
import { readYaml } from '../scenario/read-yaml.ts'
import {
  ARTICLES,
  CLAIM_METRICS,
  COMPARISONS,
  TENSION,
  type Claim,
  type ClaimArm,
  type ClaimMetric,
  type ClaimTest,
  type Comparison,
} from './claim.ts'

const FORMAT = 'qunxiang-claims/1'

/** Letters that a number may begin with. */
const LETTERS = [...ARTICLES, TENSION]
const NUMBER = new RegExp(`^[${LETTERS.join('')}]\\d\\d$`)

/**
 * The claims of one file of the book. Throws a ScenarioError with all problems, each with file, line, path, what must
 * hold and what was found. `scenarios` are the names that an arm may be made of.
 */
export function readClaims(text: string, file: string, scenarios: readonly string[]): Claim[] {
  const problems: Problem[] = []
  const tree = readYaml(text, file, (problem) => problems.push(problem))
  if (tree === undefined) throw new ScenarioError(inReadingOrder(problems))
  const claims = createReader(tree, file, scenarios, problems).read()
  if (problems.length > 0) throw new ScenarioError(inReadingOrder(problems))
  return claims
}

type Values = Readonly<Record<string, unknown>>

function createReader(tree: Located, file: string, scenarios: readonly string[], problems: Problem[]) {
  return { read }

  function read(): Claim[] {
    const root = map(plainOf(tree), [])
    only(root, [], ['format', 'arms', 'claims'])
    if (root['format'] !== FORMAT) report(['format'], `must be ${FORMAT}, got ${show(root['format'])}`)
    const arms = Object.fromEntries(
      Object.entries(map(root['arms'], ['arms'])).map(([name, value]) => [name, arm(value, ['arms', name])]),
    )
    const claims = list(root['claims'], ['claims'])
    return claims.map((value, at) => claim(value, ['claims', at], arms))
  }

  function arm(value: unknown, path: Path): ClaimArm {
    const values = map(value, path)
    only(values, path, ['scenario', 'set'])
    const scenario = oneOf(values['scenario'], [...path, 'scenario'], scenarios)
    const set = values['set'] === undefined ? {} : map(values['set'], [...path, 'set'])
    const edits: Edit[] = Object.entries(set).map(([at, to]) => ({ path: at, value: to }))
    return { scenario, edits }
  }

  function claim(value: unknown, path: Path, arms: Readonly<Record<string, ClaimArm>>): Claim {
    const values = map(value, path)
    only(values, path, ['id', 'says', 'mechanism', 'research', 'tests'])
    const id = values['id']
    if (typeof id !== 'string' || !NUMBER.test(id)) {
      report(
        [...path, 'id'],
        `must be a claim's number (${LETTERS.join(', ')} and two digits), got ${show(id)}`,
      )
    }
    const mechanism = list(values['mechanism'], [...path, 'mechanism']).map((name, at) =>
      oneOf(name, [...path, 'mechanism', at], Object.keys(PARAMETERS)),
    ) as ParameterName[]
    const tests = list(values['tests'], [...path, 'tests']).map((test, at) =>
      testOf(test, [...path, 'tests', at], Object.keys(arms)),
    )
    const used = new Set(tests.flatMap(({ of, than }) => [of, than]))
    return {
      id: String(id),
      says: localText(values['says'], [...path, 'says']),
      mechanism,
      research:
        values['research'] === undefined ? null : localText(values['research'], [...path, 'research']),
      arms: Object.fromEntries(Object.entries(arms).filter(([name]) => used.has(name))),
      tests: tests as [ClaimTest, ...ClaimTest[]],
      file,
    }
  }

  function testOf(value: unknown, path: Path, arms: readonly string[]): ClaimTest {
    const values = map(value, path)
    only(values, path, ['metric', 'day', 'of', 'than', 'as', 'band', 'within', 'smallest'])
    const { day, than } = values
    if (typeof day !== 'number' || !Number.isInteger(day) || day < 0 || day > 1500) {
      report([...path, 'day'], `must be a whole number from 0 to 1500, got ${show(day)}`)
    }
    const band = pair(values['band'], [...path, 'band'])
    const within = pair(values['within'], [...path, 'within'])
    if ((band === null) === (within === null)) report(path, 'must have either a band or limits (within)')
    if (band !== null && (band[0] === 0 || band[0] * band[1] < 0)) {
      report(
        [...path, 'band'],
        `must go from its near end to its far end on one side of 0, got ${band.join(' to ')}`,
      )
    }
    const smallest = values['smallest'] ?? Math.abs(band?.[0] ?? 0) / 2
    if (typeof smallest !== 'number' || smallest < 0) {
      report([...path, 'smallest'], `must be a number from 0 on, got ${show(smallest)}`)
    }
    return {
      metric: oneOf(values['metric'], [...path, 'metric'], CLAIM_METRICS) as ClaimMetric,
      day: Number(day),
      of: oneOf(values['of'], [...path, 'of'], arms),
      than:
        than === undefined || typeof than === 'number'
          ? (than ?? null)
          : oneOf(than, [...path, 'than'], arms),
      as: oneOf(values['as'] ?? 'difference', [...path, 'as'], COMPARISONS) as Comparison,
      band,
      within,
      smallest: Number(smallest),
    }
  }

  function pair(value: unknown, path: Path): readonly [number, number] | null {
    if (value === undefined) return null
    const values = list(value, path)
    if (values.length === 2 && values.every((one) => typeof one === 'number')) {
      return [values[0] as number, values[1] as number]
    }
    report(path, `must be two numbers, got ${show(value)}`)
    return null
  }

  function localText(value: unknown, path: Path): LocalText {
    const values = map(value, path)
    only(values, path, LOCALES)
    for (const locale of LOCALES) {
      const text = values[locale]
      if (typeof text !== 'string' || text === '')
        report([...path, locale], `must be a text, got ${show(text)}`)
    }
    return values as LocalText
  }

  function oneOf(value: unknown, path: Path, known: readonly string[]): string {
    if (typeof value === 'string' && known.includes(value)) return value
    const must = known.length > 12 ? 'a known name' : `one of ${known.join(', ')}`
    report(path, `must be ${must}, got ${show(value)}${guess(value, known)}`)
    return String(value)
  }

  function only(values: Values, path: Path, known: readonly string[]): void {
    for (const key of Object.keys(values)) {
      if (known.includes(key)) continue
      report([...path, key], `must be known, got an unknown key${guess(key, known)}`)
    }
  }

  function map(value: unknown, path: Path): Values {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Values
    report(path, `must be a map, got ${show(value)}`)
    return {}
  }

  function list(value: unknown, path: Path): readonly unknown[] {
    if (Array.isArray(value) && value.length > 0) return value as readonly unknown[]
    report(path, `must be a list with something in it, got ${show(value)}`)
    return []
  }

  function report(path: Path, says: string): void {
    problems.push({ ...placeOf(tree, path), path: formatPath(path), says })
  }
}

/** The tree as plain values. */
function plainOf(node: Located): unknown {
  if (node.kind === 'list') return node.items.map(plainOf)
  if (node.kind === 'leaf') return valueOf(node)
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainOf(entry.node)]))
}
