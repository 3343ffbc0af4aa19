import type { Field } from '../model/field.ts'
import { SCENARIO_FIELDS, SCENARIO_FORMAT } from '../model/scenario-fields.ts'
import { describeField } from './describe-field.ts'

/** What the template says where the defaults would make no story. */
const EXAMPLE = {
  format: SCENARIO_FORMAT,
  name: { 'zh-Hans': '我的社群', 'zh-Hant': '我的社群', en: 'My community' },
  question: { 'zh-Hans': '先解决问题，再卖东西，会怎样？', en: 'What if we solve a problem before we sell?' },
  market: { pains: { 'baby-skin': 0.3, 'make-up': 0.25, housework: 0.2, gifts: 0.25 } },
  community: { positioning: { focus: { 'baby-skin': 1 } } },
  arrivals: [{ to: 30, perDay: 8 }],
  offer: [{ solves: 'baby-skin' }],
  plan: [
    { content: { perDay: 1, quality: 0.8, fun: 0.5 }, answers: 0.8 },
    { from: 30, ads: { perDay: 0.3, soft: 0.8 } },
  ],
  shocks: [{ day: 60, kind: 'owner-absent', days: 30 }],
  claims: [],
  model: {},
}

/** A scenario file to start from: every field that is simulated, with what it means, and a small story. */
export function scenarioTemplate(): string {
  const lines = [
    '# yaml-language-server: $schema=./scenario.schema.json',
    '# Remove what you do not change: every field that is not required has a default.',
    '',
    ...fieldLines(SCENARIO_FIELDS, EXAMPLE, ''),
  ]
  return `${lines.join('\n')}\n`
}

/** The lines of the fields of a map; `all` false: only those that the example gives, without comments. */
function fieldLines(field: Field, example: unknown, indent: string, all = true): string[] {
  const given = entriesOf(example)
  if (field.kind !== 'object') return plainLines(given, indent)
  return Object.entries(field.fields).flatMap(([key, below]) => {
    if (!isShown(below) || (!all && !given.has(key))) return []
    const comment = all ? [`${indent}# ${describeField(below)}`] : []
    return [...comment, ...valueLines(key, below, given.get(key), indent, all)]
  })
}

function isShown(field: Field): boolean {
  if (field.later !== undefined || field.fileOnly === true) return false
  return field.kind !== 'object' || Object.values(field.fields).some(isShown)
}

function valueLines(key: string, field: Field, example: unknown, indent: string, all: boolean): string[] {
  const inner = `${indent}  `
  if (field.kind === 'object') return [`${indent}${key}:`, ...fieldLines(field, example, inner, all)]
  if (Array.isArray(example) && example.length > 0) {
    const items = example.flatMap((item: unknown, index) =>
      asItem(fieldLines(field.kind === 'list' ? field.item : field, item, '', index === 0), inner),
    )
    return [`${indent}${key}:`, ...items]
  }
  const given = entriesOf(example)
  if (given.size > 0) return [`${indent}${key}:`, ...plainLines(given, inner)]
  const standard = 'default' in field ? field.default : undefined
  const elsewhere = typeof standard === 'object'
  const value = example ?? (elsewhere ? undefined : standard) ?? null
  return [`${indent}${elsewhere && example === undefined ? '# ' : ''}${key}: ${JSON.stringify(value)}`]
}

function plainLines(entries: ReadonlyMap<string, unknown>, indent: string): string[] {
  return [...entries].map(([key, value]) => `${indent}${key}: ${JSON.stringify(value)}`)
}

/** The dash goes before the first line that is not a comment. */
function asItem(lines: readonly string[], indent: string): string[] {
  const first = lines.findIndex((line) => !line.startsWith('#'))
  return lines.map((line, index) => {
    if (line.startsWith('#') && index < first) return `${indent}${line}`
    return `${indent}${index === first ? '- ' : '  '}${line}`
  })
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  return new Map(isMap ? Object.entries(value) : [])
}
