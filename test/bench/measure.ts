// One process of `npm run bench`: every measure in CPU time, all of them in turn in each round, medians of the rounds.
// Prints one line of JSON. Ratios inside one process are what counts; nanoseconds depend on the machine and its mood.

import { createChain, addLink } from '../../sim/events/chain.ts'
import { foldTo, jumpTo, keepLog, takeKeyframes } from '../../sim/engine/kept-log.ts'
import { run } from '../../sim/engine/run.ts'
import { GROUP_MARK, GROUP_MARKS } from '../../sim/model/world.ts'
import { editScenario } from '../../sim/scenario/edit.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { fullScenario } from './full.ts'
import { costOfTurnsThatAreOff } from './off.ts'

const ROUNDS = 25
const WARM_UP = 8

/** Twenty groups of the same size, which the same newcomers fill in turn: twenty times as many of them. */
function twentyOf(scenario: Scenario): Scenario {
  return editScenario(scenario, [
    { path: 'market.people', value: scenario.market.people * 20 },
    { path: 'community.groups', value: 20 },
    { path: 'founders', value: scenario.founders * 20 },
    {
      path: 'arrivals',
      value: scenario.arrivals.map((arrival) => ({ ...arrival, perDay: arrival.perDay * 20 })),
    },
    { path: 'days', value: 40 },
  ]).scenario
}

const memberDays = { value: 0 }
const countMembers = (world: {
  readonly groupMarks: Int32Array
  readonly setting: { readonly groups: number }
}) => {
  for (let group = 0; group < world.setting.groups; group++) {
    memberDays.value += world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members] as number
  }
}

/** Nanoseconds of CPU a member-day. */
function cost(work: () => number): number {
  const before = process.cpuUsage()
  const days = work()
  const { user, system } = process.cpuUsage(before)
  return ((user + system) * 1000) / days
}

function counted(work: () => void): number {
  memberDays.value = 0
  work()
  return memberDays.value
}

const scenario = fullScenario(process.argv[2] ?? 'pain-point-first')
const many = twentyOf(scenario)
const one = editScenario(scenario, [{ path: 'days', value: 40 }]).scenario
const seedOf = (round: number) => `bench/${round}`
const log = keepLog(scenario, seedOf(0))
const keyframes = takeKeyframes(log)
const memberDaysOfLog = counted(() => run(scenario, seedOf(0), { observers: [countMembers] }))

const measures: Readonly<Record<string, (round: number) => number>> = {
  logOff: (round) => cost(() => counted(() => run(scenario, seedOf(round), { observers: [countMembers] }))),
  logOn: (round) =>
    cost(() =>
      counted(() => {
        const chain = createChain('bench')
        run(scenario, seedOf(round), {
          keepsRows: true,
          observers: [countMembers, (world, rows, from, to) => void addLink(chain, world, rows, from, to)],
        })
      }),
    ),
  fold: () =>
    cost(() => {
      foldTo(log, log.ends.length)
      return memberDaysOfLog
    }),
  // A hundred jumps to days spread over the run; given as the share of one simulation that a single jump costs.
  jump: () =>
    cost(() => {
      for (let n = 0; n < 100; n++) jumpTo(keyframes, (n * 37) % (log.ends.length + 1))
      return memberDaysOfLog * 100
    }),
  oneGroup: (round) => cost(() => counted(() => run(one, seedOf(round), { observers: [countMembers] }))),
  turnsOff: () => costOfTurnsThatAreOff(scenario),
  twentyGroups: (round) => cost(() => counted(() => run(many, seedOf(round), { observers: [countMembers] }))),
}

const found: Record<string, number[]> = {}
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, measure] of Object.entries(measures)) {
    const nanoseconds = measure(round)
    if (round >= WARM_UP) (found[name] ??= []).push(nanoseconds)
  }
}
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number
console.log(
  JSON.stringify({
    ...Object.fromEntries(Object.entries(found).map(([name, values]) => [name, median(values)])),
    rowsPerMemberDay: log.rows.count / memberDaysOfLog,
    bytesPerRow: 19,
  }),
)
