import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import * as Dice from '../../sim/engine/dice.ts'
import { run } from '../../sim/engine/run.ts'
import { aScenario } from '../../sim/testing/arbitraries.ts'
import { withShocksOften } from './often.ts'

// Law 19. A draw may be asked for again (what somebody is like is drawn anew whenever it matters, and so is whether she is
// in the market this month): it has the same answer. What must never happen is that two different questions of the
// model share one draw, because then two things that should be independent go together.

/** Lines of a stack that are looked at. */
Error.stackTraceLimit = 3

/** Who asked for a draw: the places in the source, to the column, and the days. */
interface Asked {
  readonly places: Set<string>
  readonly days: Set<number>
}

/** By purpose, person, day and index of a draw. */
const asked = vi.hoisted(() => new Map<string, Asked>())
const today = vi.hoisted(() => ({ day: 0 }))
/** Purposes whose first draw of the day is rolled for many people at once. */
const rolledTogether = vi.hoisted(() => new Set<number>())

vi.mock('../../sim/engine/dice.ts', async (original) => {
  const dice = await original<typeof Dice>()
  return {
    ...dice,
    uniform: (...question: Parameters<typeof dice.uniform>) => {
      const [, purpose, person, day, index = 0] = question
      const place = new Error().stack?.split('\n')[2]?.trim() ?? ''
      const key = [purpose, person, day, index].join('/')
      const by = asked.get(key) ?? { places: new Set(), days: new Set() }
      by.places.add(place)
      by.days.add(today.day)
      asked.set(key, by)
      return dice.uniform(...question)
    },
    keyOf: (...question: Parameters<typeof dice.keyOf>) => {
      rolledTogether.add(question[1])
      return dice.keyOf(...question)
    },
  }
})

/** What does not change from day to day: who somebody is, whom she knows, whether she is in the market, the calendar. */
const LASTING = ['traits', 'pains', 'contacts', 'inMarket', 'fees', 'meeting'] as const

/** Runs scenarios with an eye on what is asked for: what must not be shared, and is. */
function listen() {
  const lasting: readonly number[] = LASTING.map((name) => Dice.PURPOSE[name])
  const [shared, together, repeated]: [string[], string[], string[]] = [[], [], []]
  const questions = new Map<string, Set<string>>()
  for (const scenario of fc.sample(aScenario.map(withShocksOften), { numRuns: 60, seed: 19 })) {
    asked.clear()
    today.day = 0
    run(scenario, '1', { observers: [({ day }) => void (today.day = day)] })
    for (const [key, { places, days }] of asked) {
      const told = `${key} by ${[...places].join(' and ')}`
      const [purpose = -1, , day = -1, index = -1] = key.split('/').map(Number)
      if (places.size > 1) shared.push(told)
      if (index === 0 && rolledTogether.has(purpose)) together.push(told)
      if (days.size > 1 && !lasting.includes(purpose)) repeated.push(told)
      // Her side pain is asked for on "day" 0, how strong her pains are on "day" 1: she has them before any day.
      const question = purpose === Dice.PURPOSE.pains ? `day ${day} of ${purpose}` : `${index} of ${purpose}`
      questions.set(question, new Set([...(questions.get(question) ?? []), ...places]))
    }
  }
  return { shared, together, repeated, questions }
}

const heard = listen()

it('law 19: no two questions of the model share a draw', () => {
  expect(heard.shared).toEqual([])
  expect(heard.together).toEqual([])
  expect(rolledTogether.size).toBeGreaterThan(3)
})

it('law 19: each question of the model has a purpose of its own, or an index of it', () => {
  const shared = [...heard.questions].filter(([, places]) => places.size > 1)
  expect(shared.map(([question, places]) => [question, ...places])).toEqual([])
})

it('law 19: what is asked on every day is drawn anew on every day', () => {
  expect(heard.repeated).toEqual([])
})

it('law 19: neither do two days nor two indices share a draw', () => {
  const dice = Dice.createDice('1')
  const days = [0, 1, 2, 3, 364]
  const draws = days.flatMap((day) =>
    Array.from({ length: 256 }, (_, index) => Dice.uniform(dice, Dice.PURPOSE.claiming, 7, day, index)),
  )
  expect(new Set(draws).size).toBe(days.length * 256)
})
