import { describe, expect, it } from 'vitest'
import { KIND_NAMES, KINDS, type KindName } from '../../sim/events/kinds.ts'
import { LogError } from '../../sim/events/log-error.ts'
import { UPCASTERS, type Upcast, type Upcasters } from '../../sim/events/upcasters.ts'
import { InvariantError } from '../../sim/model/invariant.ts'
import { isSound } from '../../sim/projections/replay.ts'
import {
  bothForms,
  foldedDays,
  FORMS,
  madeLog,
  numbered,
  ofAnotherEngine,
  type MadeFact,
  type MadeLog,
} from './log-made.ts'
import { makeOlder, OLDER } from './log-older.ts'
import { crowdedScenario, tinyScenario } from './log-text.ts'

const madeOlder = (): MadeLog => {
  const log = madeLog(tinyScenario())
  expect(makeOlder(log)).toBeGreaterThan(20)
  return log
}

/** A log whose facts of one kind are of version 0, and the way they are read. */
function withVersionZero(kind: KindName, upcast: Upcast) {
  const log = madeLog(tinyScenario())
  const { code } = KINDS[kind]
  ofAnotherEngine(log, { [kind]: [code, 0] })
  const upcasters: Upcasters = { [kind]: { code, from: { 0: upcast } } }
  return { log, upcasters }
}

const first = (log: MadeLog, kind: string): MadeFact =>
  log.days.flat().find((fact) => fact.kind === kind) as MadeFact

function failureOf(reading: () => unknown): unknown {
  try {
    reading()
    return null
  } catch (error) {
    return error
  }
}

function refusalOf(reading: () => unknown): string {
  const failure = failureOf(reading)
  expect(failure).toBeInstanceOf(LogError)
  return (failure as Error).message
}

describe.each(FORMS)('an older log as %s', (form, read) => {
  const file = form === '.qlog' ? 'x\\.qlog' : 'x\\.jsonl'

  it('has its chain over the facts as they were written', () => {
    const forms = bothForms(madeOlder())
    expect(read(forms, { upcasters: OLDER }).verified).toEqual({ chain: true, fold: true, rerun: null })
    const log = madeOlder()
    const link = bothForms(log)
    first(log, 'silence-kept').value = 8 // upcasting leaves nothing of it
    const changed = bothForms(log)
    const texts = { text: withLinksOf(link.text, changed.text), bytes: changed.bytes }
    if (form === '.jsonl')
      expect(read(texts, { upcasters: OLDER }).verified).toEqual({ chain: false, fold: true, rerun: null })
  })

  it('that leads to other states than another engine told is not called wrong, and not called right', () => {
    const { log, upcasters } = withVersionZero('trust-changed', (fact) => [
      { ...fact, version: 1, value: fact.value / 4 },
    ])
    const { verified, firstDifference } = read(bothForms(log), { upcasters })
    expect({ verified, firstDifference }).toEqual({
      verified: { chain: true, fold: null, rerun: null },
      firstDifference: null,
    })
    expect(isSound(verified)).toBe(true)
  })

  it('has for a cause, of several facts made of one, the first that a kind can follow from', () => {
    const { log, upcasters } = withVersionZero('ad-posted', (fact) => [
      { ...fact, kind: 'content-posted', version: 1 },
      { ...fact, version: 1 },
    ])
    const ads = log.days.flat().filter(({ cause }) => cause?.kind === 'ad-posted')
    expect(new Set(ads.map(({ kind }) => kind))).toContain('value-changed')
    const causes = foldedDays(bothForms(log), read, { upcasters })
      .flat()
      .map(({ kind, cause }) => `${kind} of ${cause?.kind}`)
    expect(causes).toContain('fatigue-changed of ad-posted')
    expect(causes).toContain('value-changed of content-posted')
    expect(causes).not.toContain('fatigue-changed of content-posted')
    expect(causes).not.toContain('value-changed of ad-posted')
  })

  it('is upcast from the values as they are stored', () => {
    const seen: number[] = []
    const { log, upcasters } = withVersionZero('feed-read', (fact) => {
      seen.push(fact.value)
      return [{ ...fact, version: 1 }]
    })
    read(bothForms(log), { upcasters })
    expect(seen.length).toBeGreaterThan(10)
    expect(seen.map(Math.fround)).toEqual(seen)
  })

  it('is read alike after thousands of facts', () => {
    const log = madeLog(crowdedScenario())
    const expected = numbered(log.days)
    makeOlder(log)
    expect(log.days.flat().length).toBeGreaterThan(6_000)
    expect(numbered(foldedDays(bothForms(log), read, { upcasters: OLDER }))).toEqual(expected)
    const late = log.days.flat().findLast(({ kind }) => kind === 'trust-changed') as MadeFact
    late.cause = log.days.at(-2)?.at(-1) as MadeFact
    expect(refusalOf(() => read(bothForms(log), { upcasters: OLDER }))).toContain(
      'cause must be a fact that trust-changed can follow from',
    )
  })

  it('can be stopped after a day', () => {
    const { day, world } = read(bothForms(madeOlder()), { upcasters: OLDER, at: 1 })
    expect([day, world.day]).toEqual([1, 1])
  })

  it('is refused where nobody knows how to read it', () => {
    expect(refusalOf(() => read(bothForms(madeOlder())))).toMatch(
      new RegExp(
        `^${file}:1: kinds\\.trust-changed must be of a version that can be read, of which 1 is the latest, got version 0$`,
      ),
    )
  })

  it('is refused when a fact follows from one of which nothing is left', () => {
    const { log, upcasters } = withVersionZero('ad-posted', () => [])
    const message = refusalOf(() => read(bothForms(log), { upcasters }))
    expect(message).toMatch(
      new RegExp(
        `^${file}:\\d+: cause must be a fact that [a-z-]+ can follow from, got the one with seq \\d+, of which upcasting leaves nothing.* \\(day 0\\)$`,
      ),
    )
  })

  it('is refused when a fact cannot follow from what was made of the one behind it', () => {
    const { log, upcasters } = withVersionZero('ad-posted', (fact) => [
      { ...fact, kind: 'content-posted', version: 1 },
    ])
    expect(refusalOf(() => read(bothForms(log), { upcasters }))).toMatch(
      /cause must be a fact that (fatigue|label)-changed can follow from, got the one with seq \d+ \(day 0\)$/,
    )
  })

  it('closes every day once', () => {
    const { log, upcasters } = withVersionZero('day-closed', (fact) => [
      { ...fact, version: 1 },
      { ...fact, version: 1 },
    ])
    expect(refusalOf(() => read(bothForms(log), { upcasters }))).toContain(
      'a day must be closed by its link, got day-closed after its end, made of day-closed version 0 (day 0)',
    )
  })

  it('never hands nonsense to apply, and says of what it was made', () => {
    const { log, upcasters } = withVersionZero('feed-read', (fact) => [
      { ...fact, version: 1, actor: fact.actor + 1_000 },
    ])
    expect(refusalOf(() => read(bothForms(log), { upcasters }))).toMatch(
      /actor must be a whole number from 0 to 99, got 1\d+, made of feed-read version 0 \(day 0\)$/,
    )
    const nothing = withVersionZero('feed-read', (fact) => [{ ...fact, version: 1, value: NaN }])
    expect(refusalOf(() => read(bothForms(nothing.log), nothing))).toContain(
      'value must fit into a 32-bit float, got NaN, made of feed-read version 0',
    )
  })

  it('may drop a cause, but not refer to a fact that is not there: that is our bug', () => {
    const without = withVersionZero('trust-changed', (fact) => [{ ...fact, version: 1, cause: 'none' }])
    const forms = bothForms(without.log)
    expect(read(forms, without).verified).toEqual({ chain: true, fold: true, rerun: null })
    const changes = foldedDays(forms, read, without)
      .flat()
      .filter(({ kind }) => kind === 'trust-changed')
    expect(new Set(changes.map(({ cause }) => cause))).toEqual(new Set([null]))
    expect(
      without.log.days.flat().some(({ kind, cause }) => kind === 'trust-changed' && cause !== null),
    ).toBe(true)
    for (const position of [0, 7, -1]) {
      const { log, upcasters } = withVersionZero('trust-changed', (fact) => [
        { ...fact, version: 1, cause: position },
      ])
      const failure = failureOf(() => read(bothForms(log), { upcasters }))
      expect(failure, String(position)).toBeInstanceOf(InvariantError)
      expect((failure as Error).message).toContain('must follow from a fact before it')
    }
  })

  it('never goes round in circles, nor to a version that is not there: that is our bug', () => {
    for (const version of [0, 3]) {
      const { log, upcasters } = withVersionZero('trust-changed', (fact) => [{ ...fact, version }])
      expect(failureOf(() => read(bothForms(log), { upcasters }))).toBeInstanceOf(InvariantError)
    }
  })

  it('of a newer version is refused, naming the kind, what is known and what was found', () => {
    const newer = (kinds: Parameters<typeof ofAnotherEngine>[1]): string => {
      const log = madeLog(tinyScenario())
      ofAnotherEngine(log, kinds)
      return refusalOf(() => read(bothForms(log), { upcasters: OLDER }))
    }
    expect(newer({ 'trust-changed': [7, 2] })).toMatch(
      new RegExp(
        `^${file}:1: kinds\\.trust-changed must be of version 1 at most, got version 2: the log was written by a newer engine$`,
      ),
    )
    expect(newer({ 'weariness-changed': [203, 3] })).toContain(
      'kinds.weariness-changed must be of version 2 at most, got version 3',
    )
  })
})

/** The text of one log with the links and the end of another. */
function withLinksOf(links: string, text: string): string {
  const others = links.split('\n')
  return text
    .split('\n')
    .map((line, at) => (line.startsWith('{"seq"') ? line : (others[at] as string)))
    .join('\n')
}

describe('the table of upcasters', () => {
  it('leads from every version of a kind before its present one', () => {
    for (const name of KIND_NAMES) {
      for (let version = 1; version < KINDS[name].version; version++)
        expect(UPCASTERS[name]?.from[version], `${name} version ${version}`).toBeTypeOf('function')
    }
  })

  it('has the codes of the catalogue, and for kinds that have left it codes of their own', () => {
    const codes = new Map<number, string>(KIND_NAMES.map((name) => [KINDS[name].code, name]))
    for (const [name, { code, from }] of Object.entries(UPCASTERS)) {
      expect(codes.get(code) ?? name).toBe(name)
      codes.set(code, name)
      expect(Object.keys(from).length, name).toBeGreaterThan(0)
    }
  })
})
