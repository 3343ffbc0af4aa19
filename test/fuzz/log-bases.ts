import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SCENARIOS } from '../../sim/cli/package-files.ts'
import type { LogHeader } from '../../sim/engine/header.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { bothForms, madeLog, type BothForms, type MadeFact, type MadeLog } from '../events/log-made.ts'
import { makeOlder } from '../events/log-older.ts'
import { quietScenario, tinyScenario } from '../events/log-text.ts'

/** A log that holds, to be broken. */
export interface BaseLog {
  readonly log: MadeLog
  readonly forms: BothForms
}

/** Logs of this engine, small ones first, and of engines before it. */
export function baseLogs(): readonly BaseLog[] {
  const twoGroups = smallScenario({
    days: 4,
    community: { groups: 2, capacity: 9, positioning: { focus: { skin: 1, cooking: 1 } } },
    shocks: [
      { day: 1, kind: 'intruders', perDay: 2, days: 1 },
      { day: 2, kind: 'star-leaves' },
    ],
    arrivals: [{ perDay: 2 }],
  })
  const made = [quietScenario(), tinyScenario(), twoGroups, tinyScenario({ days: 1 })].map((scenario) =>
    madeLog(scenario),
  )
  const older = madeLog(quietScenario())
  makeOlder(older)
  const golden = ['first', 'second', 'third'].map((name) =>
    logOfText(readFileSync(join(dirname(SCENARIOS), 'test', 'golden', `${name}.jsonl`), 'utf8')),
  )
  return [...made, forked(), older, ...golden].map((log) => ({ log, forms: bothForms(log) }))
}

/** A log that says it is a branch; its facts are those of the run. */
function forked(): MadeLog {
  const log = madeLog(quietScenario())
  const forks = [{ at: 1, edits: [{ path: 'plan[0].answers', value: 0.1 }] }]
  return { ...log, header: { ...log.header, forks } }
}

/** Takes a log in lines apart, without checking anything. */
function logOfText(text: string): MadeLog {
  const [header, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, never>>)
  const facts: MadeFact[] = []
  const days: MadeFact[][] = []
  const states: string[] = []
  let today: MadeFact[] = []
  for (const line of lines) {
    if ('chain' in line) {
      states.push((line['chain'] as { readonly state: string }).state)
      days.push(today)
      today = []
    } else if (!('end' in line)) {
      const { kind, group, actor, object, value, cause } = line as unknown as Omit<MadeFact, 'cause'> & {
        readonly cause: number
      }
      const fact = { kind, group, actor, object, value, cause: facts[cause] ?? null }
      facts.push(fact)
      today.push(fact)
    }
  }
  return { header: header as unknown as LogHeader, days, states }
}
