import { describe, expect, it } from 'vitest'
import { CAUSES, KINDS } from '../../../sim/index.ts'
import { EVERYTHING, countsOfKinds, matchesByDay, matchesOf, placeOf } from '../../../viz/log/filter.ts'
import type { LogFilter } from '../../../viz/log/filter.ts'
import { rowAt } from '../../../viz/log/rows.ts'
import type { LogRow } from '../../../viz/log/rows.ts'
import { someColumns } from './log-history.ts'

const columns = someColumns()
const code = (name: keyof typeof KINDS): number => KINDS[name].code
const all: readonly LogRow[] = Array.from({ length: columns.count }, (_, seq) => rowAt(columns, seq))
const found = (filter: Partial<LogFilter>): readonly number[] => [
  ...matchesOf(columns, { ...EVERYTHING, ...filter }),
]
const those = (holds: (row: LogRow) => boolean): readonly number[] => all.filter(holds).map(({ seq }) => seq)
const somebody = all.find(({ kind }) => kind === code('reply-given'))?.object ?? -2

describe('a filter', () => {
  it('that asks for nothing leaves nothing out', () => expect(found({})).toEqual(those(() => true)))

  it.each([
    [
      'kinds',
      { kinds: [code('member-left'), code('ad-posted')] },
      ({ kind }: LogRow) => [16, 4].includes(kind),
    ],
    ['days', { from: 3, to: 5 }, ({ day }: LogRow) => day === 3 || day === 4],
    ['a group', { group: 0 }, ({ group }: LogRow) => group === 0],
    ['a group that there is not', { group: 7 }, () => false],
    ['days after the end', { from: 4000 }, () => false],
  ])('by %s finds what a look at every row finds', (_, filter, holds) => {
    expect(found(filter)).toEqual(those(holds))
  })

  it('by a cause finds only facts that have the code of a cause', () => {
    const cause = CAUSES.indexOf('hard-ads')
    const seqs = found({ cause })
    expect(seqs.length).toBeGreaterThan(0)
    for (const seq of seqs) {
      const row = rowAt(columns, seq)
      expect(row.object).toBe(cause)
      expect(Object.values(KINDS).find((kind) => kind.code === row.kind)?.object).toMatch(/cause code/)
    }
  })

  it('by a person finds what she did and what was done to her', () => {
    const seqs = new Set(found({ people: [somebody] }))
    const answered = all.filter(({ kind, object }) => kind === code('reply-given') && object === somebody)
    expect(answered.length).toBeGreaterThan(0)
    for (const { seq } of answered) expect(seqs.has(seq)).toBe(true)
    for (const { seq } of all.filter(({ actor }) => actor === somebody)) expect(seqs.has(seq)).toBe(true)
    // Another number in the same column is no person.
    const read = all.find(({ kind, object, actor }) => kind === code('feed-read') && actor !== object)
    expect(found({ people: [read?.object ?? 0], kinds: [code('feed-read')] })).not.toContain(read?.seq)
  })

  it('by the owner finds her posts and ads, and no end of a day', () => {
    const kinds = new Set(found({ people: [-1] }).map((seq) => columns.kind[seq]))
    expect(kinds).toContain(code('ad-posted'))
    expect(kinds).toContain(code('content-posted'))
    expect(kinds).not.toContain(code('day-closed'))
    expect(kinds).not.toContain(code('member-joined'))
  })

  it('by nobody finds nothing', () => expect(found({ people: [] })).toEqual([]))

  it('of several parts asks for all of them', () => {
    const filter = { kinds: [code('value-changed')], people: [somebody], from: 2, to: 30 }
    expect(found(filter)).toEqual(
      those(({ kind, actor, day }) => kind === 6 && actor === somebody && day >= 2 && day < 30),
    )
  })
})

describe('the matches', () => {
  const matches = matchesOf(columns, { ...EVERYTHING, kinds: [code('message-posted')] })
  const byDay = matchesByDay(matches, columns)

  it('are counted up to the end of every day', () => {
    for (let day = 0; day < byDay.length; day++)
      expect(byDay[day]).toBe(those((row) => row.kind === 12 && row.day < day).length)
    expect(byDay.at(-1)).toBe(matches.length)
  })

  it('are found by their seq, and one that is none by the next', () => {
    const seq = matches[5] as number
    expect(placeOf(matches, seq)).toBe(5)
    expect(placeOf(matches, seq + 1)).toBe(6)
    expect(placeOf(matches, columns.count)).toBe(matches.length)
  })
})

it('facts are counted by kind', () => {
  const counts = countsOfKinds(columns)
  expect(counts[code('ad-posted')]).toBe(those(({ kind }) => kind === 4).length)
  expect(counts.reduce((sum, count) => sum + count)).toBe(columns.count)
})

it('two million facts are filtered in far less than a second', () => {
  const count = 2_000_000
  const many = {
    base: 0,
    count,
    ends: [count],
    kind: Uint8Array.from({ length: count }, (_, at) => 1 + (at % 55)),
    group: new Uint16Array(count),
    actor: Int32Array.from({ length: count }, (_, at) => at % 5000),
    object: new Int32Array(count),
    value: new Float32Array(count),
    cause: new Int32Array(count).fill(-1),
  }
  const before = performance.now()
  const matches = matchesOf(many, { ...EVERYTHING, people: [7, 77], cause: 0 })
  expect(performance.now() - before).toBeLessThan(1000)
  expect(matches.length).toBeGreaterThan(0)
})
