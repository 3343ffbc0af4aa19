import { FRAME_BYTES, SEAT_STATES } from '../../sim/index.ts'
import type { Playback } from '../../sim/index.ts'

const PRESENT = SEAT_STATES.map((state) => state !== 'empty' && state !== 'leaving' && state !== 'gone')

/** Group of each seat; null for a community of one group. */
export function groupsOf(playback: Playback): { readonly of: Uint16Array; readonly groups: number } | null {
  const groups = playback.scenario.community?.groups ?? 1
  // A playback that does not say who is in which group is shown as one wall.
  const { group } = playback as Partial<{ readonly group: Uint16Array }>
  return groups > 1 && group ? { of: group, groups } : null
}

/** Counts who is present in a group; a day is counted once for all groups. */
export function membersIn(
  playback: Playback,
  of: Uint16Array,
  groups: number,
): (day: number, group: number) => number {
  let counted = -1
  let counts = new Uint32Array(groups)
  return (day, group) => {
    if (day !== counted) {
      counted = day
      counts = countMembers(playback, of, groups, day)
    }
    return counts[group] ?? 0
  }
}

function countMembers(
  playback: Playback,
  of: Uint16Array,
  groups: number,
  day: number,
): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(groups)
  for (let seat = 0; seat < playback.seats; seat++) {
    const state = playback.frames[(day * playback.seats + seat) * FRAME_BYTES] as number
    const group = of[seat] as number
    if (PRESENT[state]) counts[group] = (counts[group] ?? 0) + 1
  }
  return counts
}
