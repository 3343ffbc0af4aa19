import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Field, Fields } from '../../sim/model/field.ts'
import { PARAMETER_NAMES } from '../../sim/model/parameters.ts'
import { SCENARIO_FIELDS } from '../../sim/model/scenario-fields.ts'
import { describedMechanisms, modelPage, proseOf } from '../../sim/report/model-page.ts'
import {
  columnsOf,
  commentAbove,
  factsNamed,
  fieldNote,
  flagsOf,
  mechanismsInOrder,
  parametersRead,
  turnsOf,
  type ModelSources,
} from '../../sim/report/model-page-source.ts'

const SIM = new URL('../../sim/', import.meta.url)
const FILE = new URL('MODEL.md', SIM)

const read = (path: string) => readFileSync(new URL(path, SIM), 'utf8')

/** Texts of the TypeScript files of a folder, by name. */
function textsIn(folder: string): Map<string, string> {
  const files = readdirSync(new URL(folder, SIM))
    .filter((file) => file.endsWith('.ts'))
    .sort()
  return new Map(files.map((file) => [basename(file, '.ts'), read(`${folder}/${file}`)]))
}

const sources: ModelSources = {
  day: read('engine/day.ts'),
  world: read('model/world.ts'),
  person: read('model/person.ts'),
  mechanisms: textsIn('engine/mechanisms'),
  engine: textsIn('engine'),
}

describe('sim/MODEL.md', () => {
  it('is current (npm run model writes it)', () => {
    const now = modelPage(read('MODEL.md'), sources)
    if (process.env['UPDATE'] === '1') writeFileSync(FILE, now)
    expect(read('MODEL.md')).toBe(now)
  })

  it('has the parts of the ODD protocol, in its order', () => {
    expect([...read('MODEL.md').matchAll(/^## \d\. (.*)$/gm)].map(([, title]) => title)).toEqual([
      'Purpose and patterns',
      'Entities, state variables and scales',
      'Process overview and scheduling',
      'Design concepts',
      'Initialisation',
      'Input data',
      'Submodels',
    ])
  })

  it('has a section for every mechanism', () => {
    const page = modelPage(read('MODEL.md'), sources)
    expect([...sources.mechanisms.keys()].filter((name) => !page.includes(`\n### ${name}\n`))).toEqual([])
  })

  it('describes mechanisms in the order of the day', () => {
    const described = describedMechanisms(read('MODEL.md'))
    const order = mechanismsInOrder(sources.day, sources.mechanisms).filter((name) => described.has(name))
    expect([...described]).toEqual(order)
  })

  it('has no parameter that nothing reads', () => {
    const texts = [...sources.mechanisms.values(), ...sources.engine.values()]
    const read = new Set(texts.flatMap((text) => parametersRead(text, PARAMETER_NAMES)))
    expect(PARAMETER_NAMES.filter((name) => !read.has(name))).toEqual([])
  })

  it('has formulas only of names that exist', () => {
    const formulas = [...proseOf(read('MODEL.md')).matchAll(/^```\n([^]*?)^```/gm)].map(([, text]) => text)
    const text = formulas.join('\n')
    const defined = [...text.matchAll(/^ *([a-z]\w*)[^=\n]* [=←] /gm)].map(([, name]) => name as string)
    const known = new Set([...PARAMETER_NAMES, ...columns(), ...keysOf(SCENARIO_FIELDS.fields), ...defined])
    const used = [...text.matchAll(/\b[a-z]+[A-Z]\w*/g)].map(([name]) => name)
    expect(formulas.length).toBeGreaterThan(10)
    expect([...new Set(used)].filter((name) => !known.has(name))).toEqual([])
  })
})

function columns(): string[] {
  const constants = ['LEVEL', 'MARK', 'GROUP_MARK', 'GROUP_LEVEL', 'OWNER_LEVEL', 'OWNER_MARK', 'BOOK']
  return [
    ...constants.flatMap((constant) => columnsOf(sources.world, constant)),
    ...columnsOf(sources.person, 'TRAIT'),
  ].map(({ name }) => name)
}

/** Names of fields, at any depth. */
function keysOf(fields: Fields): string[] {
  const below = (field: Field): string[] => {
    if (field.kind === 'object') return keysOf(field.fields)
    if (field.kind === 'list') return below(field.item)
    if (field.kind !== 'cases') return []
    return Object.values(field.cases).flatMap((one) => keysOf(one.fields))
  }
  return Object.entries(fields).flatMap(([key, field]) => [key, ...below(field)])
}

describe('a page of the model', () => {
  it('keeps what stands between its blocks', () => {
    const page = 'before\n<!-- generated: limits -->\nold\n<!-- end -->\nafter\n'
    const made = modelPage(page, sources)
    expect(proseOf(made)).toBe('before\n\nafter\n')
    expect(made).not.toContain('old')
    expect(modelPage(made, sources)).toBe(made)
  })

  it('puts a mechanism without a block of its own among the further ones', () => {
    const made = modelPage(
      '<!-- generated: mechanism reading -->\n<!-- end -->\n<!-- generated: further mechanisms -->\n<!-- end -->\n',
      sources,
    )
    expect(made).toContain('### opening\n')
    expect(made).not.toContain('### reading\n')
  })

  it('refuses a block that it does not know', () => {
    expect(() => modelPage('<!-- generated: weather -->\n<!-- end -->', sources)).toThrow(
      /known, got weather/,
    )
  })

  it('refuses a block of a mechanism that is gone', () => {
    const page = '<!-- generated: mechanism weather -->\n<!-- end -->'
    expect(() => modelPage(page, sources)).toThrow(/exists, got weather/)
  })
})

describe('what the sources say', () => {
  it('columns have the comment beside them', () => {
    const source = 'export const MARK = {\n  person: 0,\n  fact: 1, // seq: the cause\n} as const\n'
    expect(columnsOf(source, 'MARK')).toEqual([
      { name: 'person', says: '' },
      { name: 'fact', says: 'seq: the cause' },
    ])
    expect(columnsOf('export const BOOK = { revenue: 0, hours: 2 } as const', 'BOOK')).toHaveLength(2)
  })

  it('a constant has the comment above it, and no other', () => {
    const source = '/** One. */\nconst one = 1\n\n/**\n * Two\n * lines.\n */\nexport const two = 2\n'
    expect([commentAbove(source, 'one'), commentAbove(source, 'two')]).toEqual(['One.', 'Two lines.'])
    expect(commentAbove(source, 'three')).toBe('')
  })

  it('flags end where the paragraph ends', () => {
    const source =
      '/** Bits of MARK.flags. */\nexport const A = 1\n/** B says. */\nexport const B = 2\n\nexport const C = 3\n'
    expect(flagsOf(source)).toEqual([
      { name: 'A', says: '' },
      { name: 'B', says: 'B says.' },
    ])
  })

  it('field notes are the comment that a file begins with', () => {
    expect(fieldNote('// Who leaves,\n// and why.\n\nconst a = 1 // not this\n')).toBe('Who leaves, and why.')
  })

  it('turns come in their order, whatever is said beside them', () => {
    const day =
      "import { decideB } from './mechanisms/b.ts'\nconst TURNS: readonly Decide[] = [\n  decideOwn,\n  decideB, // later: decideC\n]\n"
    expect(turnsOf(day)).toEqual([
      { decide: 'decideOwn', mechanism: null },
      { decide: 'decideB', mechanism: 'b' },
    ])
  })

  it('a mechanism without a turn stands before the one that asks it, and one that nobody asks last', () => {
    const day = "import { decideB } from './mechanisms/b.ts'\nconst TURNS = [decideB]\n"
    const mechanisms = new Map([
      ['a', ''],
      ['b', "import { chances } from './helper.ts'\n"],
      ['helper', ''],
    ])
    expect(mechanismsInOrder(day, mechanisms)).toEqual(['helper', 'b', 'a'])
  })

  it('parameters are read after a dot or out of braces, never in a comment or from elsewhere', () => {
    const source =
      'a = parameters.one // parameters.two\nconst { three, four: own } = town.parameters\nPURPOSE.five\nfunction f({ six }: Parameters) {}\n'
    const names = ['one', 'two', 'three', 'four', 'five', 'six']
    expect(parametersRead(source, names)).toEqual(['one', 'three', 'four', 'six'])
  })

  it('facts are those that a file names', () => {
    expect(factsNamed("KIND['b'] KIND['c']", ['a', 'b', 'c'])).toEqual(['b', 'c'])
  })
})
