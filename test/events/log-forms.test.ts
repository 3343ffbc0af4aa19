import { expect, it } from 'vitest'
import { LogError } from '../../sim/events/log-error.ts'
import { bothForms, FORMS, madeLog, ofAnotherEngine, type MadeFact, type MadeLog } from './log-made.ts'
import { crowdedScenario, strangerIn, tinyScenario } from './log-text.ts'

// Both forms go through the same checks: whatever is refused in one is refused in the other, in the same words.

function messagesOf(log: MadeLog): string[] {
  const forms = bothForms(log)
  return FORMS.map(([, read]) => {
    try {
      read(forms)
      return 'none'
    } catch (error) {
      expect(error).toBeInstanceOf(LogError)
      return (error as Error).message.replace(/^x\.\w+/, 'x')
    }
  })
}

const STRANGER = strangerIn(tinyScenario())

const first = (log: MadeLog, kind: string): MadeFact =>
  log.days.flat().find((fact) => fact.kind === kind) as MadeFact

const whenFirst =
  (kind: string, changes: Partial<MadeFact>) =>
  (log: MadeLog): void =>
    void Object.assign(first(log, kind), changes)

it.each<[string, (log: MadeLog) => void, string]>([
  ['nothing wrong', () => undefined, 'none'],
  [
    'a person who is not there',
    whenFirst('member-joined', { actor: 100 }),
    'actor must be a whole number from 0 to 99, got 100',
  ],
  [
    'somebody who has not joined',
    whenFirst('feed-read', { actor: STRANGER }),
    `actor must have joined before feed-read, got ${STRANGER}`,
  ],
  [
    'an answer to somebody who has not joined',
    whenFirst('reply-given', { object: STRANGER }),
    `object must have joined before reply-given, got ${STRANGER}`,
  ],
  ['another group', whenFirst('feed-read', { group: 1 }), 'group must be 0, got 1'],
  [
    'a topic that is not there',
    whenFirst('content-posted', { object: 2 }),
    'object must be a whole number from -1 to 1, got 2',
  ],
  [
    'a cause of something else',
    whenFirst('value-changed', { object: 3 }),
    'object must be a cause of value-changed, got 3',
  ],
  ['a value where there is none', whenFirst('day-closed', { value: 1 }), 'value must be 0, got 1'],
  [
    'a cause that has not happened',
    (log) => (first(log, 'value-changed').cause = log.days[2]?.at(-1) as MadeFact),
    'cause must be a whole number from -1 to',
  ],
  [
    'a cause of which this cannot follow',
    (log) => {
      const late = log.days[1]?.find(({ kind }) => kind === 'value-changed') as MadeFact
      late.cause = log.days[0]?.at(-1) as MadeFact
    },
    'cause must be a fact that value-changed can follow from, got the one with seq',
  ],
  [
    'somebody who joins twice',
    (log) => log.days[1]?.unshift({ ...first(log, 'member-joined') }),
    'actor must not join twice',
  ],
  ['an unclosed day', (log) => log.days[1]?.pop(), 'a day must end with day-closed before its link'],
  [
    'something after the end of the day',
    (log) => log.days[1]?.push(first(log, 'day-closed')),
    'a day must be closed by its link, got day-closed after its end',
  ],
  ['a day too few', (log) => log.days.pop(), 'the end must come after 3 days, got 2'],
  ['a day too many', (log) => log.days.push([...(log.days[2] ?? [])]), 'a log of 3 days must end here, got'],
])('both forms of a log with %s get the same answer', (_, change, says) => {
  const log = madeLog(tinyScenario())
  change(log)
  const [text, native] = messagesOf(log) as [string, string]
  expect(text).toContain(says)
  expect(native).toBe(text)
})

it('causes are checked in both forms after thousands of facts', () => {
  const log = madeLog(crowdedScenario())
  expect(log.days.flat().length).toBeGreaterThan(4_500)
  expect(messagesOf(log)).toEqual(['none', 'none'])
  const late = log.days.flat().findLast(({ kind }) => kind === 'value-changed') as MadeFact
  late.cause = log.days.at(-2)?.at(-1) as MadeFact
  const [text, native] = messagesOf(log)
  expect(text).toContain('cause must be a fact that value-changed can follow from')
  expect(native).toBe(text)
})

it.each(FORMS)('a fact of a kind that the header does not list is refused (%s)', (_, read) => {
  const log = madeLog(tinyScenario())
  ofAnotherEngine(log, { 'feed-read': null })
  expect(() => read(bothForms(log))).toThrow(/:\d+: kind must be a known kind of fact, got .* \(day 0\)$/)
})
