// Whether a member opens the group today: what she expects of it, belonging in a group that is alive, habit, and
// trust in a charismatic owner draw her in, and so does a red packet (R7); fatigue and the commercial label keep her
// away (R1, K3). Nothing posted, nothing to open. Muted members still peek, and less with every week: a group out of sight goes to sleep.
// Simplified: at most one opening a day, and no pull from outside the group.

import { TRAIT } from '../../model/person.ts'
import { LEFT, LEVEL, LEVELS, MARK, MARKS, MUTED } from '../../model/world.ts'
import { scratchFor } from '../daily-draws.ts'
import type { Feed } from '../feed.ts'
import type { Simulation } from '../simulation.ts'

/** Days on which a newcomer looks in whatever she expects. */
const FIRST_DAYS = 2

/**
 * Chance (0–1) of every member to open her group today, by seat; 0 for those who have left. `groups` has today's feed
 * of each group. One pass over all seats with the weights in locals, because everybody is asked every day; the array
 * is the day's own and is used again tomorrow.
 */
export function openingChances(
  simulation: Simulation,
  groups: readonly { readonly feed: Feed }[],
): Float64Array {
  const { world, town } = simulation
  const into = scratchFor(simulation.draws, world.seats)
  const { levels, marks, day, seats } = world
  const { traits, stride } = simulation.people
  const { parameters } = town
  // `+` says once that this is a number: a compiler that is not told checks it again at every seat.
  const openingFirstDays = +parameters.openingFirstDays
  const mutedOpening = +parameters.mutedOpening
  const mutedFading = +parameters.mutedFading
  const ofBelonging = +parameters.openingBelonging
  const ofHabit = +parameters.openingHabit
  const ofFatigue = +parameters.openingFatigue
  const ofLabel = +parameters.openingLabel
  const ofTrust = parameters.openingCharisma * town.scenario.owner.charisma
  const half2 = parameters.openingHalf * parameters.openingHalf
  // What the group of the last seat has to offer: fetched anew only when the next seat is in another one.
  let group = -1
  let available = 0
  let alive = 0
  let factor = 1
  let lure = 0
  for (let seat = 0; seat < seats; seat++) {
    const markAt = seat * MARKS
    const flags = marks[markAt + MARK.flags] as number
    into[seat] = 0
    if ((flags & LEFT) !== 0) continue
    const own = marks[markAt + MARK.group] as number
    if (own !== group) {
      group = own
      const { feed } = groups[group] as { readonly feed: Feed }
      available = +feed.available
      alive = +feed.alive
      factor = +feed.openingFactor
      lure = +feed.lure
    }
    if (available === 0) continue
    const at = seat * LEVELS
    // The sum of the stocks is expectedValue, written out: called from here it would box its result.
    const value =
      (levels[at] as number) +
      (levels[at + 1] as number) +
      (levels[at + 2] as number) +
      (levels[at + 3] as number) +
      (levels[at + 4] as number) +
      (levels[at + 5] as number) +
      (levels[at + 6] as number) +
      (levels[at + 7] as number) +
      (levels[at + 8] as number)
    const drive =
      (value > 0 ? value : 0) +
      ofBelonging * (levels[at + LEVEL.belonging] as number) * alive +
      ofHabit * (levels[at + LEVEL.habit] as number) +
      ofTrust * (levels[at + LEVEL.trust] as number) +
      (lure === 0 ? 0 : lure * (0.35 + 0.65 * (traits[seat * stride + TRAIT.windfallLove] as number))) -
      ofFatigue * (levels[at + LEVEL.fatigue] as number) -
      ofLabel * (levels[at + LEVEL.label] as number)
    let chance = drive > 0 ? (available * drive * drive) / (drive * drive + half2) : 0
    if ((flags & MUTED) !== 0) {
      const daysMuted = day - (marks[markAt + MARK.mutedDay] as number)
      chance *= mutedOpening / (1 + daysMuted / mutedFading)
    }
    const isNew = day - (marks[markAt + MARK.joinedDay] as number) < FIRST_DAYS
    if (isNew && chance < openingFirstDays) chance = openingFirstDays
    into[seat] = chance * factor
  }
  return into
}
