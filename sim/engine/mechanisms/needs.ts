// Six needs of a member: to know where she stands, to be surprised, to count, to belong, to grow, to give (E26; R14).
// Once a week she takes stock: those who looked in move a step towards what the group gives them, the others lose touch.
// How many needs are met (in part, from a threshold on) decides how much she writes and how readily she leaves (E27).
// Simplified: everybody has the same six needs, and they weigh the same.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { saturate } from '../../model/arithmetic.ts'
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

function decideStock({ world, town, people, rows }: Simulation, seat: number, gift: Gift): void {
  const { parameters } = town
  const { levels, marks, day } = world
  const at = seat * LEVELS
  const markAt = seat * MARKS
  const opened = marks[markAt + MARK.openedDay] as number
  const hasLookedIn = opened >= 0 && day - opened < WEEK
  for (let need = 0; need < NEEDS.length; need++) {
    const level = levels[at + LEVEL.certainty + need] as number
    const change = hasLookedIn
      ? parameters.needStep * (givenTo(need, seat, gift) - level)
      : -parameters.needFading * level
    if (Math.abs(change) < parameters.needNoticeable) continue
    record(rows, KIND['need-changed'], gift.group, marks[markAt + MARK.person] as number, need, change, -1)
  }

  /** What the group gives her of one need, 0–1. */
  function givenTo(
    need: number,
    member: number,
    { rules, clarity, novelty, answers, identity }: Gift,
  ): number {
    const flags = marks[markAt + MARK.flags] as number
    const hasRole = (flags & (HELPER | FIGURE)) !== 0 ? 1 : 0
    const belonging = levels[at + LEVEL.belonging] as number
    switch (need) {
      case NEED.certainty: {
        const fit = people.traits[member * people.stride + TRAIT.painInFocus] as number
        return 0.55 * rules + 0.45 * clarity * fit
      }
      case NEED.variety:
        return novelty
      case NEED.significance: {
        const heard =
          (levels[at + LEVEL.answered] as number) * saturate(marks[markAt + MARK.posts] as number, 3)
        return Math.min(1, 0.7 * hasRole + 0.35 * heard + 0.15 * answers + 0.2 * identity)
      }
      case NEED.connection:
        return Math.min(1, 0.7 * (levels[at + LEVEL.connected] as number) + 0.6 * belonging)
      case NEED.growth:
        return saturate(Math.max(0, levels[at + LEVEL.content] as number), 0.2)
      default:
        return Math.min(1, 0.8 * saturate(levels[at + LEVEL.helped] as number, 0.3) + 0.4 * hasRole)
    }
  }
}
