// Two ways in which an owner binds members: by showing what all have in common (a badge, a name: E18), and by bringing
// single members together (A15). The first makes them belong to the group, the second to each other; field experiments
// found both to raise participation (Ren et al. 2012). Simplified: the first is felt on her day of the week by everybody
// who looked in; pairs are drawn among those who looked in today.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { roundByDraw } from '../../model/arithmetic.ts'
import { CAUSE } from '../../model/causes.ts'
import { CUE } from '../../model/needs.ts'
import { LEVEL, LEVELS, MARK, MARKS } from '../../model/world.ts'
import { openersToday } from '../daily-draws.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { isOwnerAway, phaseToday, type Simulation } from '../simulation.ts'
import { takesStock } from './needs.ts'

const OWNER = -1
/** Pairs a group that are brought together on one day at most. */
const PAIRS_MAX = 100

/** What the owner does today to bind members. */
export function decideCues(simulation: Simulation): void {
  const { world, town } = simulation
  const { identityCue, bondCue } = phaseToday(simulation)
  if (identityCue + bondCue === 0 || town.parameters.cueEffect === 0 || isOwnerAway(simulation)) return
  const there: number[][] = Array.from({ length: world.setting.groups }, () => [])
  const { seats, count } = openersToday(simulation)
  for (let n = 0; n < count; n++) {
    const seat = seats[n] as number
    ;(there[world.marks[seat * MARKS + MARK.group] as number] as number[]).push(seat)
  }
  there.forEach((members, group) => {
    if (members.length === 0) return
    decideIdentity(simulation, { group, members, strength: identityCue })
    decideBonds(simulation, { group, members, strength: bondCue })
  })
}

interface Cue {
  readonly group: number
  /** Seats of those who looked in today. */
  readonly members: readonly number[]
  /** As planned, 0–1. */
  readonly strength: number
}

function decideIdentity({ world, town, rows }: Simulation, { group, members, strength }: Cue): void {
  if (strength === 0) return
  const { cueEffect, identityBelonging, noticeable } = town.parameters
  const cue = record(rows, KIND['cue-given'], group, OWNER, CUE.identity, strength, -1)
  for (const seat of members) {
    const person = world.marks[seat * MARKS + MARK.person] as number
    if (!takesStock(person, world.day)) continue
    const room = 1 - (world.levels[seat * LEVELS + LEVEL.belonging] as number)
    const gained = cueEffect * identityBelonging * strength * room
    if (gained < noticeable) continue
    record(rows, KIND['belonging-changed'], group, person, CAUSE.identity, gained, cue)
  }
}

function decideBonds({ world, town, rows }: Simulation, { group, members, strength }: Cue): void {
  const { cueEffect, bondPairs, bondTie, tieEffect } = town.parameters
  const tie = tieEffect * bondTie
  if (strength === 0 || members.length < 2 || tie === 0) return
  const draw = (index: number) => uniform(town.dice, PURPOSE.cues, group, world.day, index)
  const pairs = Math.min(PAIRS_MAX, roundByDraw(cueEffect * bondPairs * strength * members.length, draw(0)))
  if (pairs === 0) return
  const cue = record(rows, KIND['cue-given'], group, OWNER, CUE.bond, strength, -1)
  for (let pair = 1; pair <= pairs; pair++) {
    const first = Math.floor(members.length * draw(2 * pair))
    // The second is any but the first.
    const second = (first + 1 + Math.floor((members.length - 1) * draw(2 * pair + 1))) % members.length
    const [one, other] = [first, second].map((n) => world.marks[(members[n] as number) * MARKS + MARK.person])
    record(rows, KIND['tie-changed'], group, one as number, other as number, tie, cue)
  }
}
