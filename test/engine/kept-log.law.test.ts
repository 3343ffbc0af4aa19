import fc from 'fast-check'
import { expect, it } from 'vitest'
import { digestOfWorld, hexadecimal } from '../../sim/events/digest.ts'
import { foldTo, jumpTo, keepLog, takeKeyframes } from '../../sim/engine/kept-log.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'

it('law 4: a jump from any keyframes lands in the state that the run was in on that day', () =>
  fc.assert(
    fc.property(
      aScenario,
      aSeed,
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.nat({ max: 15 })),
      (scenario, seed, every, days) => {
        const states: string[] = []
        const log = keepLog(scenario, seed, {
          observers: [(world) => void states.push(hexadecimal(digestOfWorld(world)))],
        })
        const keyframes = takeKeyframes(log, every)
        const last = log.ends.length
        for (const day of [...days.map((day) => Math.min(day, last)), last, 0]) {
          const jumped = hexadecimal(digestOfWorld(jumpTo(keyframes, day)))
          expect(jumped).toBe(hexadecimal(digestOfWorld(foldTo(log, day))))
          if (day > 0) expect(jumped).toBe(states[day - 1])
        }
      },
    ),
    { numRuns: 100 },
  ))

it('a jump leaves its keyframes as they were', () => {
  const [scenario] = fc.sample(aScenario, { numRuns: 1, seed: 3 })
  const keyframes = takeKeyframes(keepLog(scenario as NonNullable<typeof scenario>, '1'), 2)
  const before = keyframes.worlds.map((world) => hexadecimal(digestOfWorld(world)))
  for (let day = 0; day <= keyframes.log.ends.length; day++) jumpTo(keyframes, day)
  expect(keyframes.worlds.map((world) => hexadecimal(digestOfWorld(world)))).toEqual(before)
})
