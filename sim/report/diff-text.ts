import type { LogHeader } from '../engine/header.ts'
import type { Locale } from '../model/local-text.ts'
import type { DifferenceCounts, LogDifference, ShownFact } from '../projections/log-difference.ts'
import { grouped } from './numbers.ts'
import { tableOf } from './table.ts'

/** What `qunxiang diff --json` prints. */
export interface DiffReport extends LogDifference {
  readonly format: 'qunxiang-diff/1'
  readonly seed: string
  /** Whether both have the same; the people are always the same. */
  readonly same: { readonly scenario: boolean; readonly engine: boolean; readonly forks: boolean }
}

export function diffReport(
  { a, b }: { readonly a: LogHeader; readonly b: LogHeader },
  difference: LogDifference,
): DiffReport {
  return {
    format: 'qunxiang-diff/1',
    seed: a.seed,
    same: {
      scenario: a.scenarioHash === b.scenarioHash,
      engine: a.engine === b.engine,
      forks: JSON.stringify(a.forks ?? []) === JSON.stringify(b.forks ?? []),
    },
    ...difference,
  }
}

/** What two logs are called. */
export interface Names {
  readonly a: string
  readonly b: string
}

/** The kinds that differ most, in text; JSON has them all. */
const SHOWN_KINDS = 12

/** What two logs share and where they part, in text. */
export function diffText(report: DiffReport, names: Names, locale: Locale): string {
  const say = SAY[locale]
  const { same, sharedDays, firstDifference: first, total, byKind, byDay } = report
  const blocks = [
    [`A: ${names.a}`, `B: ${names.b}`],
    tableOf([
      [say.scenario, say.isSame(same.scenario)],
      [say.engine, say.isSame(same.engine)],
      [say.forks, say.isSame(same.forks)],
    ]),
    [first === null ? say.noDifference(sharedDays) : say.shared(sharedDays)],
  ]
  if (first !== null) {
    blocks.push([say.first(first.day + 1, first.person), `A: ${factOf(first.a)}`, `B: ${factOf(first.b)}`])
    const kinds = Object.entries(byKind).sort(([, one], [, other]) => sumOf(other) - sumOf(one))
    const row = (name: string, counts: DifferenceCounts): string[] => [
      name,
      ...[counts.onlyA, counts.onlyB, counts.changed].map(grouped),
    ]
    const head = ['', say.onlyA, say.onlyB, say.changed]
    const rows = kinds.slice(0, SHOWN_KINDS).map(([kind, counts]) => row(kind, counts))
    blocks.push([...tableOf([head, ...rows, row(say.total, total)], { right: true }), say.days(byDay.length)])
  }
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function sumOf({ onlyA, onlyB, changed }: DifferenceCounts): number {
  return onlyA + onlyB + changed
}

function factOf(fact: ShownFact | null): string {
  if (fact === null) return '–'
  const { seq, kind, group, actor, object, value, cause } = fact
  const columns = `group ${group} actor ${actor} object ${object} value ${Number(value.toPrecision(6))}`
  return `${seq} ${kind} ${columns} cause ${cause}`
}

interface DiffSentences {
  readonly scenario: string
  readonly engine: string
  readonly forks: string
  readonly isSame: (same: boolean) => string
  readonly shared: (days: number) => string
  readonly noDifference: (days: number) => string
  /** The day counted from 1. */
  readonly first: (day: number, person: number | null) => string
  readonly onlyA: string
  readonly onlyB: string
  readonly changed: string
  readonly total: string
  readonly days: (days: number) => string
}

const SAY: Readonly<Record<Locale, DiffSentences>> = {
  en: {
    scenario: 'scenario',
    engine: 'engine',
    forks: 'forks',
    isSame: (same) => (same ? 'the same' : 'another'),
    shared: (days) =>
      days === 0
        ? 'Not even the first day is the same.'
        : days === 1
          ? 'The first whole day is the same.'
          : `The first ${days} whole days are the same.`,
    noDifference: (days) =>
      days === 1 ? 'The one day is the same, fact by fact.' : `All ${days} days are the same, fact by fact.`,
    first: (day, person) =>
      `The first difference is on day ${day}${person === null ? '' : `, member #${person}`}:`,
    onlyA: 'only A',
    onlyB: 'only B',
    changed: 'other value',
    total: 'total',
    days: (days) => (days === 1 ? '1 day differs.' : `${days} days differ.`),
  },
  'zh-Hans': {
    scenario: '情景',
    engine: '引擎',
    forks: '分叉',
    isSame: (same) => (same ? '相同' : '不同'),
    shared: (days) => (days === 0 ? '第 1 天就不同。' : `前 ${days} 天完全相同。`),
    noDifference: (days) => `全部 ${days} 天逐条相同。`,
    first: (day, person) => `第一处不同在第 ${day} 天${person === null ? '' : `，成员 #${person}`}：`,
    onlyA: '只在 A',
    onlyB: '只在 B',
    changed: '数值不同',
    total: '合计',
    days: (days) => `有 ${days} 天不同。`,
  },
  'zh-Hant': {
    scenario: '情境',
    engine: '引擎',
    forks: '分叉',
    isSame: (same) => (same ? '相同' : '不同'),
    shared: (days) => (days === 0 ? '第 1 天就不同。' : `前 ${days} 天完全相同。`),
    noDifference: (days) => `全部 ${days} 天逐條相同。`,
    first: (day, person) => `第一處不同在第 ${day} 天${person === null ? '' : `，成員 #${person}`}：`,
    onlyA: '只在 A',
    onlyB: '只在 B',
    changed: '數值不同',
    total: '合計',
    days: (days) => `有 ${days} 天不同。`,
  },
}
