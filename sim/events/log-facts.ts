import { KIND } from './kinds.ts'
import {
  columnRules,
  isCauseOf,
  LARGEST,
  type ColumnRules,
  type LogBounds,
  type Range,
} from './log-columns.ts'
import { createMembership } from './log-membership.ts'
import { createRows, record, type Rows } from './rows.ts'

/** Takes the facts of a log, one after the other, and holds those of the day. */
export interface FactTaker {
  readonly rows: Rows
  /** Seven numbers in a row because there may be millions of them. Fails where they are not what may come next. */
  readonly add: (
    kind: number,
    group: number,
    actor: number,
    object: number,
    value: number,
    cause: number,
  ) => void
}

/** Facts of the kinds of today, checked so that `apply` is never handed nonsense. */
export interface Facts extends FactTaker {
  /** Whether a fact of this kind can follow from the one with this seq. */
  readonly canFollow: (kind: number, seq: number) => boolean
  /** Whether the day has its `day-closed`, after which nothing happens. */
  readonly isClosed: () => boolean
}

/** No facts yet. `fail` gets the whole sentence: what must hold, and what was found. */
export function createFacts(bounds: LogBounds, fail: (says: string) => never): Facts {
  const rulesOfCode = columnRules(bounds)
  const groups: Range = { min: 0, max: bounds.groups - 1 }
  const members = createMembership(bounds.people)
  const rows = createRows()
  /** Kind of every fact so far, by seq: what a cause may refer to. */
  let kinds = new Uint8Array(4096)
  return { rows, add, canFollow, isClosed }

  function add(
    kind: number,
    group: number,
    actor: number,
    object: number,
    value: number,
    cause: number,
  ): void {
    const seq = rows.base + rows.count
    const rules = rulesOfCode[kind] as ColumnRules // whoever calls knows its kind
    if (isClosed()) fail(`a day must be closed by its link, got ${rules.name} after its end`)
    mustBeWithin(group, groups, 'group', fail)
    mustBeWithin(actor, rules.actor, 'actor', fail)
    mustBeWithin(object, rules.object, 'object', fail)
    mustBeSeqBefore(cause, seq, fail)
    if (cause >= 0 && rules.causes[kinds[cause] as number] === 0) {
      fail(`cause must be a fact that ${rules.name} can follow from, got the one with seq ${cause}`)
    }
    if (!isCauseOf(kind, object)) fail(`object must be a cause of ${rules.name}, got ${object}`)
    const problem = members.problemWith(rules, actor, object)
    if (problem !== null) fail(problem)
    mustBeValue(value, rules.hasValue, fail)
    record(rows, kind, group, actor, object, value, cause)
    members.note(rules, actor)
    noteKind(seq, kind)
  }

  function canFollow(kind: number, seq: number): boolean {
    return (rulesOfCode[kind] as ColumnRules).causes[kinds[seq] as number] === 1
  }

  function isClosed(): boolean {
    return rows.count > 0 && rows.kind[rows.count - 1] === KIND['day-closed']
  }

  function noteKind(seq: number, kind: number): void {
    if (seq === kinds.length) {
      const longer = new Uint8Array(seq * 2)
      longer.set(kinds)
      kinds = longer
    }
    kinds[seq] = kind
  }
}

const UP_TO_LARGEST: Range = { min: -1, max: LARGEST }
const GROUPS: Range = { min: 0, max: 65_535 }

/** Facts of any kind: nothing is asked of them but that they fit into their columns and follow from facts before them. */
export function createAnyFacts(fail: (says: string) => never): FactTaker {
  const rows = createRows()
  return { rows, add }

  function add(
    kind: number,
    group: number,
    actor: number,
    object: number,
    value: number,
    cause: number,
  ): void {
    mustBeWithin(group, GROUPS, 'group', fail)
    mustBeWithin(actor, UP_TO_LARGEST, 'actor', fail)
    mustBeWithin(object, UP_TO_LARGEST, 'object', fail)
    mustBeSeqBefore(cause, rows.base + rows.count, fail)
    mustBeValue(value, true, fail)
    record(rows, kind, group, actor, object, value, cause)
  }
}

function mustBeSeqBefore(cause: number, seq: number, fail: (says: string) => never): void {
  if (Number.isInteger(cause) && cause >= -1 && cause < seq) return
  mustBeWithin(cause, { min: -1, max: seq - 1 }, 'cause', fail)
}

function mustBeWithin(
  found: number,
  { min, max }: Range,
  column: string,
  fail: (says: string) => never,
): void {
  if (Number.isInteger(found) && found >= min && found <= max) return
  const must =
    min === max
      ? String(min)
      : max < min
        ? 'of something that there is'
        : `a whole number from ${min} to ${max}`
  fail(`${column} must be ${must}, got ${found}`)
}

function mustBeValue(found: number, hasValue: boolean, fail: (says: string) => never): void {
  if (!hasValue && found !== 0) fail(`value must be 0, got ${found}`)
  if (!Number.isFinite(Math.fround(found))) fail(`value must fit into a 32-bit float, got ${found}`)
}
