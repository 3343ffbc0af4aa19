import { describe, expect, it } from 'vitest'
import {
  conditionText,
  holds,
  parseCondition,
  readTerm,
  termText,
  type Condition,
  type Reading,
} from '../../sim/lab/condition.ts'
import type { Metrics } from '../../sim/projections/summary.ts'

function conditionOf(text: string, days = 180): Condition {
  const parsed = parseCondition(text, days)
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'))
  return parsed.condition
}

function problemsOf(text: string, days = 180): readonly string[] {
  const parsed = parseCondition(text, days)
  return 'problems' in parsed ? parsed.problems : []
}

const metrics = (values: object) => values as Metrics

const reading: Reading = {
  days: 60,
  outcome: {
    deathDay: null,
    silentDay: 35,
    at: {
      30: metrics({ members: 50, adShare: null }),
      60: metrics({ members: 12, ownerNet: -20, adShare: 0 }),
    },
  },
  causes: { departures: {}, mutes: { 'hard-ads': 0.75, background: 0.25 } },
}

describe('a condition', () => {
  it.each([
    ['deathDay < 90', 'deathDay < 90'],
    [' deathDay<90  and  members@30>=50 ', 'deathDay < 90 and members@30 >= 50'],
    ['ownerNet > -20.50', 'ownerNet > -20.5'],
    ['mutes.hard-ads != .5 and silentDay = +7', 'mutes.hard-ads != 0.5 and silentDay = 7'],
  ])('%j is understood as it is told again: %j', (text, again) => {
    expect(conditionText(conditionOf(text))).toBe(again)
    expect(conditionOf(again)).toEqual(conditionOf(text))
  })

  it.each<[string, boolean]>([
    ['members < 13', true],
    ['members <= 12', true],
    ['members < 12', false],
    ['members > 11.5', true],
    ['members >= 13', false],
    ['members = 12', true],
    ['members != 12', false],
    ['members@30 = 50', true],
    ['ownerNet < -19', true],
    ['members = 12 and members@30 > 50', false],
    ['mutes.hard-ads > 0.7', true],
    ['mutes.chatter = 0', true],
  ])('%j is %s of a run', (text, is) => expect(holds(conditionOf(text), reading)).toBe(is))

  it.each([
    ['a group that never died', 'deathDay'],
    ['0 ÷ 0', 'adShare@30'],
    ['a day beyond the run', 'members@90'],
    ['causes where nobody left', 'departures.hard-ads'],
  ])('does not hold for %s, whatever the operator', (_, name) => {
    for (const operator of ['<', '<=', '>', '>=', '=', '!='])
      expect(holds(conditionOf(`${name} ${operator} 1`), reading)).toBe(false)
    const [part] = conditionOf(`${name} < 1`)
    expect(part && [termText(part.term), readTerm(part.term, reading)]).toEqual([name, null])
  })
})

describe('a text that is no condition', () => {
  it.each<[string, RegExp]>([
    ['', /^part 1: must be METRIC OPERATOR NUMBER, such as deathDay < 90, got ""$/],
    ['< 90', /^part 1: must be METRIC OPERATOR NUMBER/],
    ['deathDay', /^part 1: must go on with an operator and a number, got ""$/],
    ['deathDay 90', /^part 1: must go on with an operator and a number, got "90"$/],
    ['deathDay == 90', /^part 1: the operator must be one of < <= > >= = !=, got "=="$/],
    ['deathDay < soon', /^part 1: must compare with a number, got "soon"$/],
    ['deathDay < 90 or members > 3', /^part 1: must compare with a number, got "90 or members > 3"$/],
    ['deathDay < 90 and', /^part 1: must compare with a number, got "90 and"$/],
    ['deathDay@30 < 90', /^part 1: deathDay is of the whole run and must have no day, got "30"$/],
    ['mutes.packets@3 < 1', /^part 1: mutes\.packets is of the whole run and must have no day, got "3"$/],
    ['members@181 < 9', /^part 1: the day of members must be a whole number from 0 to 180, got "181"$/],
    ['members@x < 9', /^part 1: the day of members must be a whole number from 0 to 180, got "x"$/],
    ['membres < 9', /^part 1: the metric must be a known one, got "membres": did you mean members\?$/],
    ['mutes.hard-add < 9', /^part 1: the metric must be a known one, .* did you mean mutes\.hard-ads\?$/],
  ])('%j is told where it is wrong', (text, says) => expect(problemsOf(text)[0]).toMatch(says))

  it('is told everything that is wrong with it, and once what is known', () => {
    const problems = problemsOf('deathDya < ninety and members@200 > 3 and fun ~ 3')
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      ...['part 1', 'part 1', 'part 2', 'part 3', 'part 3', 'known metrics'],
    ])
    expect(problems.at(-1)).toMatch(/deathDay silentDay members .* helpers .*mutes\.CAUSE \(CAUSE: hard-ads /)
  })
})
