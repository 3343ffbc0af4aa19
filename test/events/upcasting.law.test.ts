import fc from 'fast-check'
import { expect, it } from 'vitest'
import { digestOfWorld, hexadecimal } from '../../sim/events/digest.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { bothForms, foldedDays, FORMS, madeLog, numbered } from './log-made.ts'
import { makeOlder, OLDER } from './log-older.ts'

it.each(FORMS)(
  'law 38: a history told in older words is the same history: facts, causes, states (%s)',
  (_, read) => {
    let changed = 0
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const log = madeLog(scenario, seed)
        const expected = numbered(log.days)
        changed += makeOlder(log)
        const forms = bothForms(log)
        expect(numbered(foldedDays(forms, read, { upcasters: OLDER }))).toEqual(expected)
        const { verified, world, events, firstDifference } = read(forms, { upcasters: OLDER, reruns: true })
        expect({ ...verified, firstDifference }).toEqual({
          chain: true,
          fold: true,
          rerun: null,
          firstDifference: null,
        })
        expect(hexadecimal(digestOfWorld(world))).toBe(log.states.at(-1))
        expect(events).toBe(log.days.flat().length)
      }),
      { numRuns: 40 },
    )
    expect(changed).toBeGreaterThan(100)
  },
)
