// Six needs of a member: to know where she stands, to be surprised, to count, to belong, to grow, to give (E26; R14).
// Once a week she takes stock: those who looked in move a step towards what the group gives them, the others lose touch.
// How many needs are met (in part, from a threshold on) decides how much she writes and how readily she leaves (E27).
// Simplified: everybody has the same six needs, and they weigh the same.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { cut, saturate } from '../../model/arithmetic.ts'
import { NEED, NEEDS } from '../../model/needs.ts'
import { TRAIT } from '../../model/person.ts'
import {
  FIGURE,
  GROUP_LEVEL,
  GROUP_LEVELS,
  GROUP_MARK,
  GROUP_MARKS,
  HELPER,
  LEFT,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
} from '../../model/world.ts'
import { rulesFelt } from '../feed.ts'
import { phaseToday, type Simulation } from '../simulation.ts'

/** Days between two times that somebody takes stock. */
export const WEEK = 7

/** Whether it is her day of the week: everybody has one of her own, by her number. */
export function takesStock(person: number, day: number): boolean {
  return (person + day) % WEEK === 0
}

/** Who takes stock today, and what of. */
export function decideNeeds(simulation: Simulation): void {
  const { world, town } = simulation
  if (town.parameters.needsEffect === 0) return
  const { marks, day } = world
  const gifts: Gift[] = []
  for (let group = 0; group < world.setting.groups; group++) gifts.push(giftOf(simulation, group))
  for (let seat = 0; seat < world.seats; seat++) {
    const markAt = seat * MARKS
    if (((marks[markAt + MARK.flags] as number) & LEFT) !== 0) continue
    if (!takesStock(marks[markAt + MARK.person] as number, day)) continue
    decideStock(simulation, seat, gifts[marks[markAt + MARK.group] as number] as Gift)
  }
}

/** What a group gives everybody in it. */
interface Gift {
  readonly group: number
  /** Rules as felt, 0–1. */
  readonly rules: number
  /** Plain positioning that is lived up to, 0–1. */
  readonly clarity: number
  /** What surprises: lively posts, talk. */
  readonly novelty: number
  /** How surely the owner answers, 0–1. */
  readonly answers: number
  /** How strongly the owner shows what all have in common, 0–1. */
  readonly identity: number
}

function giftOf(simulation: Simulation, group: number): Gift {
  const { world, town } = simulation
  const { content, answers, identityCue } = phaseToday(simulation)
  const at = group * GROUP_MARKS
  const items = saturate(world.groupLevels[group * GROUP_LEVELS + GROUP_LEVEL.items] as number, 0.5)
  const talk =
    (world.groupMarks[at + GROUP_MARK.onTopicYesterday] as number) +
    (world.groupMarks[at + GROUP_MARK.offTopicYesterday] as number)
  return {
    group,
    rules: rulesFelt(simulation, group),
    clarity: town.scenario.community.positioning.clarity * items,
    // What is no more than half amusing surprises nobody twice.
    novelty: 0.75 * content.fun * items * (content.fun <= DULL ? 0.5 : 1) + 0.25 * saturate(talk, 15),
    answers,
    identity: town.parameters.cueEffect * identityCue,
  }
}

/** Fun up to which posts surprise only at first. */
const DULL = 0.35

/** What the group gives one member, need by need; used again for the next one. */
const GIVEN = new Float64Array(NEEDS.length)

/** One row a need that moves noticeably. In locals, because it is asked for everybody once a week. */
function decideStock(simulation: Simulation, seat: number, gift: Gift): void {
  const { world, town, rows } = simulation
  const { levels, marks, day } = world
  const needStep = +town.parameters.needStep
  const needFading = +town.parameters.needFading
  const needNoticeable = +town.parameters.needNoticeable
  const first = seat * LEVELS + LEVEL.certainty
  const person = marks[seat * MARKS + MARK.person] as number
  const opened = marks[seat * MARKS + MARK.openedDay] as number
  const hasLookedIn = opened >= 0 && day - opened < WEEK
  if (hasLookedIn) noteGiven(simulation, seat, gift)
  for (let need = 0; need < NEEDS.length; need++) {
    const level = levels[first + need] as number
    const change = hasLookedIn ? needStep * ((GIVEN[need] as number) - level) : -needFading * level
    if (change < needNoticeable && change > -needNoticeable) continue
    record(rows, KIND['need-changed'], gift.group, person, need, change, -1)
  }
}

/** Notes what the group gives a member of each need, 0–1. */
function noteGiven({ world, people }: Simulation, seat: number, gift: Gift): void {
  const { levels, marks } = world
  const at = seat * LEVELS
  const markAt = seat * MARKS
  const hasRole = ((marks[markAt + MARK.flags] as number) & (HELPER | FIGURE)) !== 0 ? 1 : 0
  const fit = people.traits[seat * people.stride + TRAIT.painInFocus] as number
  const heard = (levels[at + LEVEL.answered] as number) * saturate(marks[markAt + MARK.posts] as number, 3)
  const belonging = levels[at + LEVEL.belonging] as number
  const content = levels[at + LEVEL.content] as number
  GIVEN[NEED.certainty] = 0.55 * gift.rules + 0.45 * gift.clarity * fit
  GIVEN[NEED.variety] = gift.novelty
  GIVEN[NEED.significance] = cut(0.7 * hasRole + 0.35 * heard + 0.15 * gift.answers + 0.2 * gift.identity)
  GIVEN[NEED.connection] = cut(0.7 * (levels[at + LEVEL.connected] as number) + 0.6 * belonging)
  GIVEN[NEED.growth] = saturate(content, 0.2)
  GIVEN[NEED.contribution] = cut(0.8 * saturate(levels[at + LEVEL.helped] as number, 0.3) + 0.4 * hasRole)
}
