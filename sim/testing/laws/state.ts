import fc from 'fast-check'
import { applyRows } from '../../events/apply.ts'
import { stateText } from '../../events/digest.ts'
import { KIND, KIND_NAMES } from '../../events/kinds.ts'
import { createRows, record } from '../../events/rows.ts'
import { keyOf, PURPOSE } from '../../engine/dice.ts'
import { run } from '../../engine/run.ts'
import { threefry } from '../../engine/threefry.ts'
import { worldSetting } from '../../engine/town.ts'
import { CAUSE } from '../../model/causes.ts'
import {
  createWorld,
  GROUP_MARK,
  GROUP_MARKS,
  LEFT,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  MUTED,
  TIES,
  type World,
} from '../../model/world.ts'
import { editScenario } from '../../scenario/edit.ts'
import { aScenario, aSeed } from '../arbitraries.ts'
import { factsOf, type Fact } from '../facts.ts'
import { mustHold } from '../must-hold.ts'
import { dayOf, historyOf, told } from './history.ts'
import type { Law } from './law.ts'

// The columns of the state say what the facts say, and the digest says what the columns say.

const RUNS = 150

const digests: Law = {
  number: null,
  says: 'no number of the state can change without its digest',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, fc.double({ min: 0, max: 1, noNaN: true }), (scenario, seed, share) => {
      const { world } = historyOf(engine, scenario, seed).simulation
      const before = stateText(world)
      for (const [name, column, length] of columnsOf(world)) {
        for (const at of new Set([0, Math.floor(share * length), length - 1])) {
          if (at < 0 || at >= length) continue
          const number = column[at] as number
          // An empty place for a tie holds nothing.
          if (name.startsWith('tie') && world.ties[at] === 0) continue
          column[at] = number + 1
          const after = stateText(world)
          column[at] = number
          mustHold(after !== before, () => `the digest must show number ${at} of ${name}`)
        }
      }
    }),
}

type Column = Float32Array | Float64Array | Int32Array

/** Every column of the state, and how much of it is in use. */
function columnsOf(world: World): [name: string, column: Column, length: number][] {
  const perSeat: Partial<Record<keyof World, number>> = {
    ...{ levels: LEVELS, marks: MARKS, ties: TIES, tieStrengths: TIES },
  }
  return Object.entries(world).flatMap(([name, column]): [string, Column, number][] => {
    // Derived from the marks.
    if (!ArrayBuffer.isView(column) || name === 'seatOf') return []
    const stride = perSeat[name as keyof World]
    const length = stride === undefined ? (column as Column).length : stride * world.seats
    return [[name, column as Column, length]]
  })
}

const roomy: Law = {
  number: null,
  says: 'how much room the state has does not show',
  runs: 50,
  property: (engine) =>
    fc.property(aScenario, aSeed, (generated, seed) => {
      const { scenario } = editScenario(generated, [
        { path: 'community.capacity', value: 100 },
        { path: 'founders', value: 70 },
        { path: 'days', value: 3 },
        { path: 'shocks', value: [] },
      ])
      const { states, simulation } = historyOf(engine, scenario, seed)
      const world = createWorld(worldSetting(scenario))
      world.levels = new Float32Array(256 * LEVELS)
      world.marks = new Int32Array(256 * MARKS)
      world.ties = new Int32Array(256 * TIES)
      world.tieStrengths = new Float32Array(256 * TIES)
      applyRows(world, simulation.rows, 0, simulation.rows.count)
      const found = stateText(world)
      mustHold(
        found === states.at(-1),
        () => `with more room the state must be ${String(states.at(-1))}, got ${found}`,
      )
    }),
}

/** Marks of a group that are about today, and nothing overnight. */
const OF_TODAY = [
  ...(['items', 'offItems', 'ads', 'onTopic', 'offTopic', 'openers', 'orders', 'ownAnswers'] as const),
  ...(['intruders', 'packets', 'packetFen', 'meetings', 'helpersToday', 'figuresToday'] as const),
  ...(['memberItems'] as const),
]

const overnight: Law = {
  number: null,
  says: 'overnight a group remembers of the day what its facts add up to, and begins the next one at nothing',
  runs: RUNS,
  property: ({ turns }) =>
    fc.property(aScenario, aSeed, (scenario, seed) => {
      run(scenario, seed, {
        turns,
        observers: [
          (world, rows, from, to) => {
            const facts = factsOf(rows, from, to)
            for (let group = 0; group < scenario.community.groups; group++) {
              const markOf = (name: keyof typeof GROUP_MARK) =>
                world.groupMarks[group * GROUP_MARKS + GROUP_MARK[name]] as number
              const mustBe = (name: keyof typeof GROUP_MARK, expected: number) =>
                mustHold(
                  markOf(name) === expected,
                  () => `${name} before day ${world.day} must be ${expected}, got ${markOf(name)}`,
                )
              const count = (is: (fact: Fact) => boolean) =>
                facts.filter((fact) => fact.group === group && is(fact)).length
              for (const name of OF_TODAY) mustBe(name, 0)
              mustBe(
                'openersYesterday',
                count(({ kind }) => kind === 'feed-read'),
              )
              mustBe(
                'ordersYesterday',
                count(({ kind }) => kind === 'order-placed'),
              )
              mustBe(
                'onTopicYesterday',
                count((fact) => fact.kind === 'checked-in' || (isTalk(fact) && fact.value > 0)),
              )
              mustBe(
                'offTopicYesterday',
                count((fact) => isTalk(fact) && fact.value <= 0),
              )
            }
          },
        ],
      })
    }),
}

/** A message of a member, of her own or in answer. */
function isTalk({ kind, actor }: Fact): boolean {
  return actor >= 0 && (kind === 'message-posted' || kind === 'reply-given')
}

const days: Law = {
  number: null,
  says: 'the day on which somebody left or muted stands where she has, and nowhere else',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const { seats, marks } = historyOf(engine, scenario, seed).simulation.world
      for (let seat = 0; seat < seats; seat++) {
        const mark = (name: keyof typeof MARK) => marks[seat * MARKS + MARK[name]] as number
        for (const [name, flag] of [['leftDay', LEFT] as const, ['mutedDay', MUTED] as const]) {
          const has = (mark('flags') & flag) !== 0
          mustHold(
            mark(name) >= 0 === has,
            () => `${name} of seat ${seat} must be ${has ? 'a day' : 'none'}, got ${mark(name)}`,
          )
        }
      }
    }),
}

const ownDraws: Law = {
  number: null,
  says: 'who leaves of her own accord has drawn below her hazard, by a draw of her own',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const history = historyOf(engine, scenario, seed)
      const { facts, simulation } = history
      const key = keyOf(simulation.town.dice, PURPOSE.daily)
      for (const fact of facts) {
        if (fact.kind !== 'member-left' || facts[fact.cause]?.kind === 'shock-struck') continue
        const [, word] = threefry(13, key, [fact.actor, dayOf(history, fact.seq) * 256])
        const drawn = word / 4294967296
        mustHold(drawn < fact.value + 1e-6, () => `${told(fact)} must have drawn less, got ${drawn}`)
      }
    }),
}

/** Kinds of facts that are named after the one score that they move. */
const NAMESAKES = KIND_NAMES.flatMap((kind) => {
  const score = kind.replace(/-changed$/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return kind.endsWith('-changed') && score in LEVEL
    ? [{ kind, level: LEVEL[score as keyof typeof LEVEL] }]
    : []
})

/** One seat is like another. */
const SEATS_LOOKED_AT = 2

const namesakes: Law = {
  number: null,
  says: 'a fact moves the score after which its kind is named, and no other',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const { world } = historyOf(engine, scenario, seed).simulation
      for (let seat = 0; seat < Math.min(world.seats, SEATS_LOOKED_AT); seat++) {
        const person = world.marks[seat * MARKS + MARK.person] as number
        for (const { kind, level } of NAMESAKES) {
          const rows = createRows(1)
          record(rows, KIND[kind], 0, person, CAUSE.content, 0.25, -1)
          const before = world.levels.slice()
          applyRows(world, rows, 0, 1)
          const moved = [...before.keys()].filter((at) => before[at] !== world.levels[at])
          mustHold(
            moved.length === 1 && moved[0] === seat * LEVELS + level,
            () => `${kind} of seat ${seat} must move level ${level}, got ${moved.join(', ')}`,
          )
        }
      }
    }),
}

/** Laws of the state. */
export const STATE: readonly Law[] = [namesakes, digests, roomy, overnight, days, ownDraws]
