import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogHeader } from '../../sim/engine/header.ts'
import { LogError } from '../../sim/events/log-error.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { bothForms, foldedDays, FORMS, madeLog, numbered, ofAnotherEngine } from './log-made.ts'
import type { MadeFact, MadeLog } from './log-made.ts'
import { tinyScenario } from './log-text.ts'

const WEATHER = 'weather-noted'

/** Puts a fact of an unknown kind before every fact; each is the cause of the next fact, and follows from its cause. */
function noteWeather(log: MadeLog): void {
  log.days = log.days.map((facts) =>
    facts.flatMap((fact, at) => {
      const weather = { kind: WEATHER, group: 65_535, actor: 2_147_483_647, object: at, value: -1.5 }
      const before: MadeFact = { ...weather, cause: fact.cause }
      fact.cause = before
      return [before, fact]
    }),
  )
}

/** A log of ours, to whose header another has added a kind. */
function withKind(log: MadeLog, kinds: Readonly<Record<string, unknown>>): void {
  const all = { ...log.header.kinds, ...kinds } as LogHeader['kinds']
  log.header = { ...log.header, kinds: all }
}

function withWeather(
  kinds: Readonly<Record<string, unknown>> = { [WEATHER]: [200, 3, 'ignorable'] },
): MadeLog {
  const log = madeLog(tinyScenario())
  noteWeather(log)
  withKind(log, kinds)
  return log
}

function refusalOf(reading: () => unknown): string {
  try {
    reading()
    return 'none'
  } catch (error) {
    expect(error).toBeInstanceOf(LogError)
    return (error as Error).message
  }
}

it.each(FORMS)('a kind that is marked ignorable changes nothing of the history (%s)', (_, read) =>
  fc.assert(
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const log = madeLog(scenario, seed)
      const expected = numbered(log.days)
      noteWeather(log)
      withKind(log, { [WEATHER]: [200, 3, 'ignorable'] })
      const forms = bothForms(log)
      expect(numbered(foldedDays(forms, read))).toEqual(expected)
      expect(read(forms, { reruns: true }).verified).toEqual({ chain: true, fold: true, rerun: true })
    }),
    { numRuns: 30 },
  ),
)

describe.each(FORMS)('a fact of an unknown kind in a log as %s', (form, read) => {
  it('is passed over where the header says so, and counted among the facts of the log', () => {
    const log = withWeather()
    const { verified, events } = read(bothForms(log), { reruns: true })
    expect(verified).toEqual({ chain: true, fold: true, rerun: true })
    expect(events).toBe(log.days.flat().length)
  })

  it('is in the digests all the same', () => {
    const log = withWeather()
    const { text } = bothForms(log)
    const fact = log.days[1]?.find(({ kind }) => kind === WEATHER) as MadeFact
    fact.value = 0.5
    const changed = bothForms(log)
    const links = text.split('\n')
    const withOldLinks = changed.text
      .split('\n')
      .map((line, at) => (line.startsWith('{"seq"') ? line : links[at]))
      .join('\n')
    const result = FORMS[0][1]({ ...changed, text: withOldLinks })
    expect(result.verified).toEqual({ chain: false, fold: true, rerun: null })
    expect(result.firstDifference?.day).toBe(1)
    expect(read(changed).digest).not.toBe(FORMS[0][1](bothForms(withWeather())).digest)
  })

  it('is refused where the header does not, by its name or by its code', () => {
    const refusal = (kinds: Parameters<typeof ofAnotherEngine>[1]): string => {
      const log = withWeather()
      log.header = madeLog(tinyScenario()).header
      ofAnotherEngine(log, kinds)
      return refusalOf(() => read(bothForms(log)))
    }
    expect(refusal({ [WEATHER]: [200, 3] })).toMatch(
      /^x\.\w+:2: kind must be a known kind of fact, got "weather-noted" \(day 0\)$/,
    )
    expect(refusal({})).toMatch(
      form === '.qlog'
        ? /^x\.qlog:2: kind must be a known kind of fact, got code 255 \(day 0\)$/
        : /^x\.jsonl:2: kind must be a known kind of fact, got "weather-noted" \(day 0\)$/,
    )
    expect(refusal({ 'snow-noted': [200, 3, 'ignorable'] })).toContain('kind must be a known kind of fact')
  })

  it('must follow from a fact before it, and stand before the end of the day', () => {
    const ahead = withWeather()
    const [before, fact] = ahead.days[1] as MadeFact[]
    if (before !== undefined && fact !== undefined) before.cause = fact
    expect(refusalOf(() => read(bothForms(ahead)))).toMatch(
      /cause must be a whole number from -1 to \d+, got 1000000 \(day 1\)$/,
    )
    const late = withWeather()
    late.days[0]?.push({ ...(late.days[0][0] as MadeFact), cause: null })
    expect(refusalOf(() => read(bothForms(late)))).toMatch(
      /a day must be closed by its link, got weather-noted after its end \(day 0\)$/,
    )
  })

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'a mark on a known kind',
      { 'feed-read': [5, 1, 'ignorable'] },
      'kinds.feed-read must not be ignorable, being a kind that is known',
    ],
    [
      'another mark',
      { [WEATHER]: [200, 3, 'optional'] },
      'kinds.weather-noted must be [code, version] or [code, version, "ignorable"], got [200,3,"optional"]',
    ],
    [
      'more than a mark',
      { [WEATHER]: [200, 3, 'ignorable', 1] },
      'kinds.weather-noted must be [code, version] or',
    ],
    ['no version', { [WEATHER]: [200] }, 'kinds.weather-noted must be [code, version] or'],
    ['no code', { [WEATHER]: [0, 3, 'ignorable'] }, 'kinds.weather-noted must be [code, version] or'],
    [
      'a code that does not fit',
      { [WEATHER]: [256, 3, 'ignorable'] },
      'kinds.weather-noted must be [code, version] or',
    ],
    [
      'a code of the catalogue',
      { [WEATHER]: [7, 3, 'ignorable'] },
      'kinds.weather-noted must have a code of its own, got 7, which is that of trust-changed',
    ],
    [
      'a code twice',
      { [WEATHER]: [200, 3, 'ignorable'], 'snow-noted': [200, 1, 'ignorable'] },
      'kinds.snow-noted must have a code of its own, got 200, which is that of weather-noted',
    ],
    ['no mark, by this engine', { [WEATHER]: [200, 3] }, 'kinds must be those of engine'],
  ])('is refused with %s in the header', (_, kinds, says) => {
    expect(refusalOf(() => read(bothForms(withWeather(kinds))))).toContain(says)
  })
})

describe('the columns of an ignorable fact', () => {
  const { text } = bothForms(withWeather())
  const withColumn = (column: string, value: string): string => {
    const changed = text.replace(new RegExp(`("kind":"${WEATHER}".*?"${column}":)[^,}]+`), `$1${value}`)
    expect(changed).not.toBe(text)
    return refusalOf(() => FORMS[0][1]({ text: changed, bytes: new Uint8Array() }))
  }

  it.each([
    ['group', '65536', 'group must be a whole number from 0 to 65535, got 65536'],
    ['actor', '-2', 'actor must be a whole number from -1 to 2147483647, got -2'],
    ['object', '1.5', 'object must be a whole number from -1 to 2147483647, got 1.5'],
    ['object', '"1"', 'object must be a number, got "1"'],
    ['value', '1e39', 'value must fit into a 32-bit float'],
    ['cause', '0', 'cause must be -1, got 0'],
    ['value', '-1.50', 'the line must be in canonical form'],
  ])('fit into their places: %s is not %s', (column, value, says) => {
    expect(withColumn(column, value)).toContain(says)
  })
})
