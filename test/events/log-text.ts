import { createLineSplitter } from '../../sim/events/jsonl-lines.ts'
import { dayLines, endLine, headerLine } from '../../sim/events/jsonl.ts'
import { run } from '../../sim/engine/run.ts'
import type { Fork } from '../../sim/engine/stages.ts'
import type { ReplayOptions } from '../../sim/engine/replay.ts'
import { createWatchedReplay } from '../../sim/projections/replay.ts'
import { createWatcher, type Watched } from '../../sim/projections/watch.ts'
import type { Link } from '../../sim/events/chain.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'

/** A run and its log, as the command line would write it. */
export interface Written {
  readonly text: string
  readonly watched: Watched
}

export function writeLog(scenario: Scenario, seed = '1', forks: readonly Fork[] = []): Written {
  const watcher = createWatcher(scenario, seed, { forks })
  let text = `${headerLine(watcher.header)}\n`
  const { world } = run(scenario, seed, {
    forks,
    observers: [
      watcher.observe,
      (_world, rows, from, to) => (text += dayLines(rows, from, to, watcher.links.at(-1) as Link)),
    ],
  })
  const watched = watcher.finish(world)
  const { events, digest } = watched
  return { text: `${text}${endLine({ days: scenario.days, events, digest })}\n`, watched }
}

/** Twelve people, a few days, and everything that can happen to them in that time. */
export function tinyScenario(changes: Readonly<Record<string, unknown>> = {}): Scenario {
  return smallScenario({
    days: 3,
    community: { capacity: 13, positioning: { focus: { skin: 1 }, clarity: 0.8 } },
    arrivals: [{ perDay: 1 }],
    plan: [
      { from: 0, content: { perDay: 1, quality: 0.8 }, answers: 0.5, ads: { perDay: 2 } },
      {
        ...{ from: 1, answers: 0.9, ads: { perDay: 1 } },
        ...{ redPackets: { perDay: 1, amount: 5, shares: 3 }, offline: { everyDays: 1, size: 4 } },
      },
    ],
    model: {
      ...{ inMarketShare: 1, experienceDays: 1, leaveBase: 0.1, muteBase: 0.2, postingScale: 1 },
      ...{ invitingNew: 1, intruderRate: 0.1, meetingWish: 0.5 },
    },
    ...changes,
  })
}

/** Somebody who never joins in a run. */
export function strangerIn(scenario: Scenario, seed = '1'): number {
  const { world } = run(scenario, seed)
  return world.seatOf.lastIndexOf(-1)
}

/** The same people on three quiet days: a log so small that every byte of it can be changed. */
export function quietScenario(): Scenario {
  return tinyScenario({
    founders: 12,
    arrivals: [],
    plan: [{ content: { perDay: 0.4 }, ads: { perDay: 0.4 }, answers: 0.9 }],
  })
}

/** Eighty people and more for two months: thousands of facts, to the end. */
export function crowdedScenario(): Scenario {
  const community = { capacity: 300, positioning: { focus: { skin: 1 }, clarity: 0.8 } }
  return tinyScenario({ days: 60, founders: 80, market: { people: 400, pains: { skin: 0.5 } }, community })
}

/** Replays a text, all of it or as far as it is asked for. */
export function replayText(text: string, options: Partial<ReplayOptions> = {}) {
  const replay = createWatchedReplay({ file: 'x.jsonl', ...options })
  const lines = createLineSplitter('x.jsonl', (line, number) => {
    if (!replay.isDone()) replay.line(line, number)
  })
  lines.push(text)
  if (!replay.isDone()) lines.end()
  return replay.end()
}

/** The text with one of its lines (from 0) changed, dropped (null), or put in twice. */
export function withLine(text: string, line: number, change: (text: string) => string | null): string {
  const lines = text.split('\n')
  const changed = change(lines[line] as string)
  lines.splice(line, 1, ...(changed === null ? [] : changed.split('\n')))
  return lines.join('\n')
}
