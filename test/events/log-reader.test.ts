import { describe, expect, it } from 'vitest'
import { KIND } from '../../sim/events/kinds.ts'
import { columnRules, type ColumnRules } from '../../sim/events/log-columns.ts'
import { LogError } from '../../sim/events/log-error.ts'
import { createMembership } from '../../sim/events/log-membership.ts'
import { replayText, strangerIn, tinyScenario, withLine, writeLog } from './log-text.ts'

const { text } = writeLog(tinyScenario())
const stranger = strangerIn(tinyScenario())
const lines = text.split('\n').slice(0, -1)

/** The message that reading ends in; 'none' for a log that is read. */
function messageOf(changed: string): string {
  try {
    replayText(changed)
    return 'none'
  } catch (error) {
    expect(error).toBeInstanceOf(LogError)
    return (error as Error).message
  }
}

/** Number of the first line (from 0) with a fact of a kind. */
function lineOf(kind: string): number {
  const line = lines.findIndex((line) => line.includes(`"kind":"${kind}"`))
  expect(line, `the small log must have a ${kind}`).toBeGreaterThan(0)
  return line
}

function withFact(kind: string, changes: Readonly<Record<string, unknown>>): string {
  return withLine(text, lineOf(kind), (line) =>
    JSON.stringify({ ...(JSON.parse(line) as object), ...changes }),
  )
}

function withHeader(changes: Readonly<Record<string, unknown>>): string {
  return withLine(text, 0, (line) => JSON.stringify({ ...(JSON.parse(line) as object), ...changes }))
}

describe('the reader of logs', () => {
  it('reads what was written', () => {
    expect(messageOf(text)).toBe('none')
  })

  it('refuses an empty file, and a file of something else', () => {
    expect(messageOf('')).toBe('x.jsonl: a log must begin with a header, got an empty file')
    expect(messageOf('days: 3\n')).toBe('x.jsonl:1: a log must begin with a header in JSON, got "days: 3"')
    expect(messageOf('{}\n')).toBe('x.jsonl:1: format must be qunxiang-log/1, got nothing')
    expect(messageOf(`\uFEFF${text}`)).toMatch(/^x\.jsonl:1: a log must begin with a header in JSON/)
  })

  it('refuses a value that is nested deeper than it could be written again, in every line', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    for (const line of [0, 1, lines.length - 2, lines.length - 1]) {
      const nested = withLine(text, line, (line) => line.replace(/:[^:,{}]+([,}])/, `:${deep}$1`))
      expect(messageOf(nested)).toMatch(
        /^x\.jsonl:\d+: a l(?:og|ine) must be(?:gin with a header| a map) in JSON, got/,
      )
    }
  })

  it('quotes the beginning of a long text, and reads no more of it', () => {
    expect(messageOf(`${'x'.repeat(1_000_000)}\n`)).toBe(
      `x.jsonl:1: a log must begin with a header in JSON, got "${'x'.repeat(79)}…`,
    )
  })

  it('says after which day a log was cut', () => {
    expect(messageOf(`${lines.slice(0, -1).join('\n')}\n`)).toBe(
      `x.jsonl:${lines.length - 1}: a log must go on to its end line, got the end of the file after 3 whole days of 3: the log was cut (day 3)`,
    )
    const middle = lines.findIndex((line) => line.startsWith('{"seq"') && line.includes('"day":1')) + 2
    expect(messageOf(`${lines.slice(0, middle).join('\n')}\n`)).toContain(
      'after 1 whole days of 3, in the middle of day 1: the log was cut',
    )
  })

  it('refuses a newer version by that name, an older one, and other formats', () => {
    expect(messageOf(withHeader({ format: 'qunxiang-log/2' }))).toBe(
      'x.jsonl:1: format must be qunxiang-log/1, got "qunxiang-log/2": the log was written by a newer version',
    )
    expect(messageOf(withHeader({ format: 'qunxiang-log/0' }))).toContain('by an older version')
    expect(messageOf(withHeader({ format: 'qunxiang-scenario/1' }))).toBe(
      'x.jsonl:1: format must be qunxiang-log/1, got "qunxiang-scenario/1"',
    )
  })

  it('refuses unknown kinds of facts', () => {
    expect(messageOf(withFact('feed-read', { kind: 'member-danced' }))).toMatch(
      /^x\.jsonl:\d+: kind must be a known kind of fact, got "member-danced" \(day 0\)$/,
    )
    for (const kind of ['toString', '__proto__', 7]) {
      expect(messageOf(withFact('feed-read', { kind }))).toContain('must be a known kind')
    }
  })

  it('refuses swapped, missing and repeated lines', () => {
    for (let line = 1; line < lines.length - 1; line++) {
      expect(messageOf(withLine(text, line, () => null)), `without line ${line}`).not.toBe('none')
      expect(messageOf(withLine(text, line, (one) => `${one}\n${one}`)), `line ${line} twice`).not.toBe(
        'none',
      )
      const next = lines[line + 1] as string
      const swapped = withLine(
        withLine(text, line + 1, () => null),
        line,
        (one) => `${next}\n${one}`,
      )
      expect(messageOf(swapped), `line ${line} swapped with the next`).not.toBe('none')
    }
    expect(messageOf(`${text}${lines.at(-1)}\n`)).toMatch(/the log must end with its end line, got/)
  })

  it('refuses a wrong seq or day', () => {
    expect(messageOf(withFact('feed-read', { seq: 3 }))).toMatch(/seq must be \d+, got 3 \(day 0\)$/)
    expect(messageOf(withFact('feed-read', { day: 1 }))).toMatch(/day must be 0, got 1 \(day 0\)$/)
  })

  it.each([
    ['member-joined', { actor: 100 }, 'actor must be a whole number from 0 to 99, got 100'],
    ['member-joined', { actor: -1 }, 'actor must be a whole number from 0 to 99, got -1'],
    ['member-joined', { object: 4 }, 'object must be a whole number from 0 to 3, got 4'],
    ['member-joined', { group: 1 }, 'group must be 0, got 1'],
    ['feed-read', { actor: stranger }, `actor must have joined before feed-read, got ${stranger}`],
    ['feed-read', { actor: 1.5 }, 'actor must be a whole number from 0 to 99, got 1.5'],
    ['feed-read', { actor: '1' }, 'actor must be a number, got "1"'],
    ['feed-read', { value: 1e39 }, 'value must fit into a 32-bit float'],
    ['feed-read', { value: null }, 'value must be a number, got null'],
    ['content-posted', { actor: stranger }, `actor must have joined before content-posted, got ${stranger}`],
    ['content-posted', { actor: 100 }, 'actor must be a whole number from -1 to 99, got 100'],
    ['ad-posted', { actor: 3 }, 'actor must be -1, got 3'],
    ['content-posted', { object: 2 }, 'object must be a whole number from -1 to 1, got 2'],
    ['ad-posted', { object: 1 }, 'object must be a whole number from -1 to 0, got 1'],
    ['order-placed', { object: -1 }, 'object must be 0, got -1'],
    ['cost-paid', { object: 6 }, 'object must be a whole number from 0 to 5, got 6'],
    ['phase-begun', { object: 2 }, 'object must be a whole number from 0 to 1, got 2'],
    ['value-changed', { object: 3 }, 'object must be a cause of value-changed, got 3'],
    ['value-changed', { object: 200 }, 'object must be a whole number from 0 to'],
    ['blame-shared', { object: 12 }, 'object must be a cause of blame-shared, got 12'],
    ['day-closed', { value: 1 }, 'value must be 0, got 1'],
    ['message-ignored', { object: 1 }, 'object must be -1, got 1'],
    ['reply-given', { object: stranger }, `object must have joined before reply-given, got ${stranger}`],
    ['tie-changed', { object: stranger }, `object must have joined before tie-changed, got ${stranger}`],
    ['invitation-sent', { object: 100 }, 'object must be a whole number from 0 to 99, got 100'],
  ])('never hands nonsense to apply: %s with %o', (kind, changes, says) => {
    expect(messageOf(withFact(kind, changes))).toContain(says)
  })

  it('refuses a cause that is not yet known, or of which this cannot follow', () => {
    expect(messageOf(withFact('value-changed', { cause: 500 }))).toMatch(
      /cause must be a whole number from -1 to \d+, got 500/,
    )
    const closed = lineOf('day-closed')
    const seq = (JSON.parse(lines[closed] as string) as { seq: number }).seq
    const late = lines.findIndex((line, at) => at > closed && line.includes('"kind":"value-changed"'))
    const changed = withLine(text, late, (line) => line.replace(/"cause":-?\d+/, `"cause":${seq}`))
    expect(messageOf(changed)).toContain(
      `cause must be a fact that value-changed can follow from, got the one with seq ${seq}`,
    )
  })

  it('lets nobody join or leave twice', () => {
    const [first, second] = lines.flatMap((line, at) => (line.includes('"kind":"member-joined"') ? [at] : []))
    const { actor } = JSON.parse(lines[first as number] as string) as { actor: number }
    const twice = withLine(text, second as number, (line) => line.replace(/"actor":\d+/, `"actor":${actor}`))
    expect(messageOf(twice)).toContain(`actor must not join twice, got ${actor}`)
    const leaving = lines.flatMap((line, at) => (line.includes('"kind":"member-left"') ? [at] : []))
    const gone = JSON.parse(lines[leaving[0] as number] as string) as { actor: number }
    const again = withLine(text, leaving[1] as number, (line) =>
      line.replace(/"actor":\d+/, `"actor":${gone.actor}`),
    )
    expect(messageOf(again)).toContain(`actor must not leave twice, got ${gone.actor}`)
  })

  it('takes a removal for a departure', () => {
    const bounds = { people: 3, groups: 1, topics: 1, offers: 1, phases: 1, forks: 0, days: 1 }
    const rules = columnRules({ kinds: {}, ...bounds })
    const [joined, left, removed] = (['member-joined', 'member-left', 'member-removed'] as const).map(
      (kind) => rules[KIND[kind]] as ColumnRules,
    ) as [ColumnRules, ColumnRules, ColumnRules]
    const { note, problemWith } = createMembership(3)
    note(joined, 1)
    expect([left, removed].map((kind) => problemWith(kind, 1, -1))).toEqual([null, null])
    note(removed, 1)
    for (const kind of [left, removed])
      expect(problemWith(kind, 1, -1)).toBe('actor must not leave twice, got 1')
    expect(problemWith(joined, 1, 0)).toBe('actor must not join twice, got 1')
  })

  it('refuses the same thing written in another way', () => {
    const line = lineOf('feed-read')
    const ways = [
      (one: string) => one.replace(',', ', '),
      (one: string) => one.replace('"group":0', '"group":0.0'),
      (one: string) => one.replace('"group":0', '"group":-0'),
      (one: string) => one.replace('feed', 'fee\\u0064'),
      (one: string) => one.replace('{', '{"actor":1,'),
      (one: string) => one.replace('}', ',"more":1}'),
      (one: string) => one.replace(/("value":[0-9.]+)/, '$10'),
      (one: string) => one.replace(/"value":0\./, '"value":.'),
    ]
    for (const way of ways) expect(messageOf(withLine(text, line, way)), String(way)).not.toBe('none')
  })

  it('refuses carriage returns', () => {
    expect(messageOf(withLine(text, lineOf('feed-read'), (line) => `${line}\r`))).toContain(
      'a line must end with a line feed alone, got a carriage return',
    )
    expect(messageOf(text.replaceAll('\n', '\r\n'))).toMatch(
      /^x\.jsonl:1: a line must end with a line feed alone/,
    )
  })

  it('refuses a link or an end that does not fit', () => {
    const link = lines.findIndex((line) => line.startsWith('{"chain"'))
    const change = (from: RegExp, to: string) =>
      messageOf(withLine(text, link, (line) => line.replace(from, to)))
    expect(change(/"day":0/, '"day":1')).toContain('the link must be that of day 0, got 1')
    expect(change(/"rows":\d+/, '"rows":7')).toMatch(/the day must have the 7 facts of its link, got \d+/)
    expect(change(/"facts":"./, '"facts":"G')).toContain('a link must have day, rows and three digests')
    const end = (from: RegExp, to: string) =>
      messageOf(withLine(text, lines.length - 1, (line) => line.replace(from, to)))
    expect(end(/"days":3/, '"days":4')).toContain('the end must come after 3 days, got 4')
    expect(end(/"events":\d+/, '"events":7')).toMatch(/the log must have the 7 facts of its end, got \d+/)
    expect(end(/"digest":"."?/, '"digest":"')).toContain('the end line must have days, events and digest')
    expect(end(/"digest":"[^"]+/, `"digest":"${'0'.repeat(16)}`)).toContain(
      'the digest of the end must be that of the last link',
    )
  })
})
