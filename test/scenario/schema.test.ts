import { readFileSync, writeFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import { scenarioSchema, scenarioSchemaText } from '../../sim/scenario/schema.ts'
import { isTopicName } from '../../sim/scenario/topic-name.ts'
import { anyValue, aScenarioFile } from './arbitrary-scenario.ts'
import { parse, problemsOf } from './helpers.ts'

const FILE = new URL('../../scenarios/scenario.schema.json', import.meta.url)
const validate = new Ajv({ strict: false }).compile(scenarioSchema())

describe('scenario.schema.json', () => {
  it('is current (UPDATE=1 npx vitest run test/scenario/schema writes it)', () => {
    if (process.env['UPDATE'] === '1') writeFileSync(FILE, scenarioSchemaText())
    expect(readFileSync(FILE, 'utf8')).toBe(scenarioSchemaText())
  })

  it('accepts what the parser accepts', () =>
    fc.assert(
      fc.property(aScenarioFile, (file) => {
        expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
        const resolved: unknown = JSON.parse(JSON.stringify(parse(JSON.stringify(file))))
        expect(validate(resolved), JSON.stringify(validate.errors)).toBe(true)
      }),
    ))

  for (const path of pathsOfWholeFile()) {
    it(`agrees with the parser about ${path.join('.')}`, () =>
      fc.assert(
        fc.property(fc.oneof(anyValue, fc.double(), fc.integer({ min: -2, max: 1600 }), aWord), (value) => {
          const file = withValue(path, value)
          const mistakes = problemsOf(() => resolveScenario(file, '', () => undefined))
          const own = mistakes.filter((line) => !BETWEEN_FIELDS.test(line) && !isOtherTopic(line, value))
          if (own.length === 0 && mistakes.some((line) => EMPTY.test(line))) return
          const complaint = JSON.stringify([value, mistakes, validate.errors])
          expect(validate(file), complaint).toBe(own.length === 0)
        }),
        {
          numRuns: 60,
          examples: [
            [null],
            [0],
            [1],
            [1.5],
            ['skin'],
            [{}],
            [[]],
            [NaN],
            ['__proto__'],
            [{ skin: 0.5 }],
            [{ skin: null }],
          ],
        },
      ))
  }
})

// What must hold between fields is not the schema's affair; of emptiness it knows only the plain kinds.
const BETWEEN_FIELDS = /^\S+ must (add up|be greater|be at most|name at least|have a weight|have a text)/
const EMPTY = /^\S+ must (name at least|have a weight|have a text)/

function isOtherTopic(line: string, value: unknown): boolean {
  if (line.includes(' is not a topic of market.pains')) return true
  return line.includes('must be a topic of market.pains') && typeof value === 'string' && isTopicName(value)
}

const aWord = fc.constantFrom(
  'skin',
  'user',
  'buyer',
  'friends',
  'none',
  'A02',
  'constructor',
  'no such',
  'x'.repeat(300),
)

/** A complete file with everything that can be written, in which one value is replaced. */
function wholeFile(): Record<string, unknown> {
  const resolved = parse(`format: qunxiang-scenario/1
name: Whole
question: What?
market: { people: 100000, pains: { skin: 0.3 } }
arrivals: [{ perDay: 1 }]
offer: [{ solves: skin }]
plan: [{ from: 0 }]
claims: [A01]
model: { adHarm: 0.5 }
shocks: [{ day: 3, kind: intruders }]
`)
  const values: unknown = JSON.parse(JSON.stringify(resolved))
  return { $schema: 'x', ...(values as object) }
}

function pathsOfWholeFile(): (string | number)[][] {
  const below = (value: unknown, path: (string | number)[]): (string | number)[][] => {
    if (typeof value !== 'object' || value === null) return [path]
    const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value)
    return [path, ...keys.flatMap((key) => below(Reflect.get(value, key), [...path, key]))]
  }
  return below(wholeFile(), []).slice(1)
}

function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const file = wholeFile()
  let holder: object = file
  for (const key of path.slice(0, -1)) holder = Reflect.get(holder, key) as object
  Reflect.set(holder, path.at(-1) ?? '', value)
  return file
}
