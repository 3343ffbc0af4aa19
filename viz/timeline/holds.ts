import type { MomentKind } from '../../sim/index.ts'
import { HOLD_SECONDS, SLOW_PART, defaultSpeed } from '../player/clock.ts'
import type { Chapter } from './moments.ts'

/** Never more than this many holds in a run. */
const HOLDS_MAX = 5
/** How much longer a run at its default speed may get by holds, as a share. */
const LONGER = 1 / 3

/** From the most telling kind of moment to the least: ends first, then turns, then beginnings, then what an owner did. */
const TELLING: readonly MomentKind[] = [
  'group-died',
  'half-left',
  'ads-dominate',
  'largest-loss',
  'half-muted',
  'shock',
  'first-departure',
  'phase-begins',
  'owner-tired',
  'group-full',
  'group-silent',
  'first-order',
  'first-mute',
]

/**
 * Days at which a run is held for a moment, in order. The rule: chapters in the order of how telling their kind is,
 * earlier days and sides first among equals; one that is less than a second of play from a day already chosen shares
 * its hold; none on the last day, where the play stops anyhow; no more than lengthen the run by a third at its default
 * speed, at least one and at most five.
 */
export function holdsOf(chapters: readonly Chapter[], days: number): number[] {
  const speed = defaultSpeed(days)
  const apart = Math.max(1, speed)
  const most = holdsThatFit(days, speed)
  const ranked = chapters
    .filter(({ day }) => day > 0 && day < days)
    .sort((one, other) => rankOf(one) - rankOf(other) || one.day - other.day || one.side - other.side)
  const chosen: number[] = []
  for (const { day } of ranked) {
    if (chosen.length === most) break
    if (chosen.every((other) => Math.abs(other - day) >= apart)) chosen.push(day)
  }
  return chosen.sort((one, other) => one - other)
}

function rankOf({ moment }: Chapter): number {
  return TELLING.indexOf(moment.kind)
}

/** A hold costs the time that it stands, and that of the slow part of the day before it. */
function holdsThatFit(days: number, speed: number): number {
  const cost = HOLD_SECONDS + Math.max(0, SLOW_PART - SLOW_PART / speed)
  const room = (days / speed) * LONGER
  return Math.min(HOLDS_MAX, Math.max(1, Math.floor(room / cost)))
}
