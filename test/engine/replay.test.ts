import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFold } from '../../sim/engine/fold.ts'
import { logHeader, LOG_FORMAT } from '../../sim/engine/header.ts'
import { createReplay } from '../../sim/engine/replay.ts'
import { logBounds, readLogHeader } from '../../sim/engine/replay-header.ts'
import { run } from '../../sim/engine/run.ts'
import {
  digestOfWorld,
  digestText,
  fromHexadecimal,
  hexadecimal,
  startDigest,
} from '../../sim/events/digest.ts'
import { createLineSplitter } from '../../sim/events/jsonl-lines.ts'
import { LogError } from '../../sim/events/log-error.ts'
import { createLogReader } from '../../sim/events/log-reader.ts'
import { ENGINE } from '../../sim/model/engine-version.ts'
import { isSound } from '../../sim/projections/replay.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { quietScenario, replayText, tinyScenario, withLine, writeLog } from '../events/log-text.ts'

const { text, watched } = writeLog(tinyScenario())

describe('a folded log', () => {
  it('is the live world on every day, whatever the scenario', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const live: string[] = []
        run(scenario, seed, { observers: [(world) => live.push(hexadecimal(digestOfWorld(world)))] })
        const folded: string[] = []
        const { verified, firstDifference } = replayText(writeLog(scenario, seed).text, {
          reruns: true,
          onHeader: () => [(world) => folded.push(hexadecimal(digestOfWorld(world)))],
        })
        expect(folded).toEqual(live)
        expect({ ...verified, firstDifference }).toEqual({
          chain: true,
          fold: true,
          rerun: true,
          firstDifference: null,
        })
      }),
      { numRuns: 60 },
    ))

  it('has the history of the run: metrics, moments, deaths', () => {
    const { history, events, digest } = replayText(text)
    expect(history).toEqual(watched.history)
    expect({ events, digest }).toEqual({ events: watched.events, digest: watched.digest })
  })

  it('uses the factors of its header, not the defaults of today', () => {
    const header = logHeader(tinyScenario(), '1')
    const parameters = { ...header.parameters, fatigueDecay: 0.123 }
    expect(createFold({ ...header, parameters }).world.setting.rules.fatigueDecay).toBe(0.123)
  })
})

describe('replay --at DAY', () => {
  it('shows the state after so many whole days, from 0 to all of them', () => {
    for (const at of [0, 1, 2, 3]) {
      const { day, digest, world, history } = replayText(text, { at })
      expect({ day, worldDay: world.day }).toEqual({ day: at, worldDay: at })
      expect(history.metrics[at]).toEqual(watched.history.metrics[at])
      if (at > 0) expect(digest).toBe(watched.links[at - 1]?.digest)
    }
  })

  it('reads no further, so that the whole days of a cut log can be saved', () => {
    const cut = text.slice(0, text.indexOf('{"chain":{"day":1') + 10)
    expect(replayText(cut, { at: 1 }).day).toBe(1)
    expect(() => replayText(cut, { at: 2 })).toThrow(LogError)
  })

  it('still reads all when the log is to be re-run', () => {
    const cut = text.slice(0, text.indexOf('{"chain":{"day":1') + 10)
    expect(() => replayText(cut, { at: 1, reruns: true })).toThrow(LogError)
    const { day, digest, world } = replayText(text, { at: 1, reruns: true })
    expect([day, digest, world.day]).toEqual([1, watched.links[0]?.digest, 3])
  })
})

describe('verifying a log', () => {
  /** Changes the value of the first fact of a kind on a day, in canonical form. */
  const withValue = (kind: string, day: number): string => {
    const line = text.split('\n').findIndex((one) => one.includes(`"day":${day},"kind":"${kind}"`))
    expect(line).toBeGreaterThan(0)
    return withLine(text, line, (one) => one.replace(/"value":[^,]+/, '"value":0.125'))
  }

  it('finds a changed fact in chain, fold and re-run, and names day, person and column', () => {
    const changed = withValue('trust-changed', 1)
    const person = Number(/"day":1,"kind":"trust-changed","group":0,"actor":(\d+)/.exec(text)?.[1])
    const { verified, firstDifference } = replayText(changed, { reruns: true })
    expect(verified).toEqual({ chain: false, fold: false, rerun: false })
    expect(firstDifference?.day).toBe(1)
    expect(firstDifference?.column).toBe('trust')
    expect(firstDifference?.person).toBe(person)
  })

  it('finds a fact that moves no state in the chain and in the re-run', () => {
    const day = Number(/"day":(\d+),"kind":"member-muted"/.exec(text)?.[1])
    const { verified, firstDifference } = replayText(withValue('member-muted', day), { reruns: true })
    expect(verified).toEqual({ chain: false, fold: true, rerun: false })
    expect(firstDifference).toMatchObject({ day, column: 'member-muted.value' })
    expect(firstDifference?.person).toBeGreaterThanOrEqual(0)
  })

  it('finds a state that the facts do not lead to', () => {
    const line = text.split('\n').findIndex((one) => one.startsWith('{"chain":{"day":2'))
    const changed = withLine(text, line, (one) =>
      one.replace(/"state":"(.)/, (_, digit) => `"state":"${digit === '0' ? 1 : 0}`),
    )
    const { verified, firstDifference } = replayText(changed, { reruns: true })
    expect(verified).toEqual({ chain: false, fold: false, rerun: true })
    expect(firstDifference).toEqual({ day: 2, person: null, column: null })
  })

  it('finds another seed in the header: the chain stands on its text', () => {
    const { verified, firstDifference } = replayText(text.replace('"seed":"1"', '"seed":"2"'), {
      reruns: true,
    })
    expect(verified).toMatchObject({ chain: false, fold: true, rerun: false })
    expect(firstDifference?.day).toBe(0)
  })

  it('checks chain and fold without being asked, and the re-run only when asked', () => {
    expect(replayText(text).verified).toEqual({ chain: true, fold: true, rerun: null })
    expect(replayText(withValue('trust-changed', 1)).verified).toEqual({
      chain: false,
      fold: false,
      rerun: null,
    })
  })

  it('cannot re-run the log of another engine, and says so with null', () => {
    const other = text.replace(`"engine":"${ENGINE}"`, '"engine":"0.0.1"')
    const { verified } = replayText(other, { reruns: true })
    expect(verified).toEqual({ chain: false, fold: true, rerun: null }) // the chain, because we changed the header
  })
})

describe('the header of a log', () => {
  const header = JSON.parse(text.split('\n')[0] as string) as Record<string, unknown>
  const scenario = header['scenario'] as Record<string, unknown>
  const messageOf = (changes: Readonly<Record<string, unknown>>): string => {
    try {
      readLogHeader({ ...header, ...changes }, 'x.jsonl')
      return 'none'
    } catch (error) {
      expect(error).toBeInstanceOf(LogError)
      return (error as Error).message
    }
  }

  it('is read as it was written', () => {
    expect(readLogHeader(header, 'x.jsonl')).toEqual(logHeader(tinyScenario(), '1'))
    expect(logBounds(watched.header)).toEqual({
      kinds: watched.header.kinds,
      people: 100,
      groups: 1,
      topics: 2,
      offers: 1,
      phases: 2,
      forks: 0,
      days: 3,
    })
  })

  it('is whatever the scenario, resolved already', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const written = logHeader(scenario, seed)
        expect(readLogHeader(JSON.parse(JSON.stringify(written)) as Record<string, unknown>, 'x')).toEqual(
          written,
        )
      }),
      { numRuns: 50 },
    ))

  it.each([
    [{ extra: 1 }, 'the header must have the keys format, engine'],
    [{ engine: '' }, 'engine must be a version, got ""'],
    [{ seed: 1 }, 'seed must be a text, got 1'],
    [{ scenario: null }, 'the scenario must be valid, got: the scenario must be a map'],
    [
      { scenario: { ...scenario, days: 0 } },
      'the scenario must be valid, got: days must be a whole number from 1 to 1500',
    ],
    [{ scenario: { ...scenario, plan: undefined } }, 'the scenario must be resolved'],
    [{ scenario: { ...scenario, days: 4 } }, 'scenarioHash must be that of the scenario'],
    [{ scenarioHash: 'x' }, 'scenarioHash must be that of the scenario'],
    [{ parameters: null }, 'parameters must be a map, got null'],
    [{ parameters: { ...watched.header.parameters, adHarm: 2 } }, 'parameters.adHarm must be'],
    [
      { parameters: { ...watched.header.parameters, adHarm: '1' } },
      'parameters.adHarm must be a number, got "1"',
    ],
    [
      { parameters: { ...watched.header.parameters, more: 1 } },
      `parameters must be those of engine ${ENGINE}`,
    ],
    [{ kinds: null }, 'kinds must be a map, got null'],
    [
      { kinds: { ...watched.header.kinds, 'feed-read': [5, 2] } },
      'kinds.feed-read must be of version 1 at most, got version 2: the log was written by a newer engine',
    ],
    [
      { kinds: { ...watched.header.kinds, 'feed-read': [5, 0] } },
      'kinds.feed-read must be of a version that',
    ],
    [{ kinds: { ...watched.header.kinds, more: [99, 1] } }, `kinds must be those of engine ${ENGINE}`],
  ])('must agree with itself: %o', (changes, says) => {
    expect(messageOf(changes)).toContain(says)
  })

  it('of another engine may have other defaults and fewer kinds', () => {
    const { 'owner-tired': _, ...kinds } = watched.header.kinds
    expect(
      messageOf({ engine: '0.0.1', kinds, parameters: { ...watched.header.parameters, adHarm: 0.5 } }),
    ).toBe('none')
    expect(messageOf({ engine: '0.0.1', kinds: { ...kinds, 'feed-read': [9, 1] } })).toContain(
      'kinds.feed-read must have the code 5, got 9',
    )
  })
})

describe('a digest', () => {
  it('comes back from its sixteen digits', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const digest = startDigest()
        digestText(digest, text)
        const back = fromHexadecimal(hexadecimal(digest))
        expect([back.a | 0, back.b | 0]).toEqual([digest.a | 0, digest.b | 0])
      }),
    ))
})

describe('a log with a byte changed', () => {
  const bytes = new TextEncoder().encode(writeLog(quietScenario()).text)
  const nextDigit = (byte: number): number => (byte >= 48 && byte <= 57 ? 48 + ((byte - 47) % 10) : 48)
  const ways: readonly (readonly [string, (byte: number) => readonly number[]])[] = [
    ['with its lowest bit turned over', (byte) => [byte ^ 1]],
    ['counted on as a digit', (byte) => [nextDigit(byte)]],
    ['in the other case', (byte) => [byte ^ 32]],
    ['with its highest bit turned over', (byte) => [byte ^ 128]],
    ['left out', () => []],
    ['written twice', (byte) => [byte, byte]],
    ['with a carriage return after it', (byte) => [byte, 13]],
    ['with a line break before it', (byte) => [10, byte]],
  ]

  /** Whether a log is taken as sound. Anything but a LogError is thrown on. */
  function isTaken(changed: Uint8Array): boolean {
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(changed)
    } catch {
      return false
    }
    try {
      const replay = createReplay({ file: 'x.jsonl' })
      const lines = createLineSplitter('x.jsonl', replay.line)
      lines.push(text)
      lines.end()
      return isSound(replay.end().verified)
    } catch (error) {
      if (error instanceof LogError) return false
      throw error
    }
  }

  it('is sound before', () => expect(isTaken(bytes)).toBe(true))

  // Each way by itself: all of them are a minute's work, which is much for one test on a busy machine.
  it.each(ways.map(([says, change], way) => [says, way, change] as const))(
    'is never taken as sound, whichever byte it is: %s',
    (_says, way, change) => {
      const taken: number[] = []
      for (let at = 0; at < bytes.length; at++) {
        // Two of the eight ways a byte; neighbours get others, so that every kind of place meets every way.
        if (at % ways.length !== way && (at + 3) % ways.length !== way) continue
        const byte = bytes[at] as number
        const instead = change(byte)
        if (instead.length === 1 && instead[0] === byte) continue
        const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(instead), bytes.subarray(at + 1)])
        if (isTaken(changed)) taken.push(at)
      }
      expect(taken).toEqual([])
    },
  )

  it('is always found to be cut, wherever it was cut', () => {
    const taken: number[] = []
    for (let length = 0; length < bytes.length; length++)
      if (isTaken(bytes.subarray(0, length))) taken.push(length)
    expect(taken).toEqual([])
  })
})

describe('a replay', () => {
  it('forgets the facts of each day', () => {
    const long = writeLog(tinyScenario({ days: 15 }))
    let most = 0
    const reader = createLogReader({
      file: 'x',
      format: LOG_FORMAT,
      onHeader: (found) => logBounds(readLogHeader(found, 'x')),
      onDay: (rows) => (most = Math.max(most, rows.count)),
    })
    long.text
      .trimEnd()
      .split('\n')
      .forEach((line, at) => reader.line(line, at + 1))
    reader.end()
    expect(most).toBeLessThan(long.watched.events / 5)
  })

  it('says what is missing when it is asked too early', () => {
    expect(() => createReplay({ file: 'x.jsonl' }).end()).toThrow('x.jsonl: a log must begin with a header')
  })
})
