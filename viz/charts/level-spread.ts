import { FRAME, FRAME_BYTES, SEAT_STATES } from '../../sim/index.ts'
import type { Playback } from '../../sim/index.ts'

/** A score of members that frames keep: 0–1, in 255 steps. */
export type Level = 'trust' | 'value' | 'fatigue'

/** How a score is spread over the members present, after each day; NaN where nobody is there. */
export interface LevelSpread {
  readonly low: Float64Array
  readonly median: Float64Array
  readonly high: Float64Array
}

const STEPS = 255
/** Whoever is in one of these states is not in the group. */
const ABSENT = new Set(
  ['empty', 'leaving', 'gone'].map((state) => SEAT_STATES.findIndex((each) => each === state)),
)

/** The score below which 10, 50 and 90 in 100 of the members present lie, or at which they stand (nearest rank). */
export function levelSpread(playback: Playback, level: Level): LevelSpread {
  const all = known.get(playback) ?? {}
  const found = (all[level] ??= computeSpread(playback, level))
  known.set(playback, all)
  return found
}

const known = new WeakMap<Playback, Partial<Record<Level, LevelSpread>>>()

function computeSpread(playback: Playback, level: Level): LevelSpread {
  const { days } = playback
  const [low, median, high] = [
    new Float64Array(days + 1),
    new Float64Array(days + 1),
    new Float64Array(days + 1),
  ]
  const counts = new Uint32Array(STEPS + 1)
  for (let day = 0; day <= days; day++) {
    const present = countLevels(playback, level, day, counts)
    low[day] = atRank(counts, present, 0.1)
    median[day] = atRank(counts, present, 0.5)
    high[day] = atRank(counts, present, 0.9)
  }
  return { low, median, high }
}

/** Members present in each of so many equal parts of the scale 0 … top; who stands above the top is in the last. */
export function levelHistogram(
  playback: Playback,
  level: Level,
  { day, bins, top }: { readonly day: number; readonly bins: number; readonly top: number },
): Uint32Array {
  const counts = new Uint32Array(STEPS + 1)
  countLevels(playback, level, day, counts)
  const histogram = new Uint32Array(bins)
  counts.forEach((count, step) => {
    const bin = Math.min(bins - 1, Math.floor((step / STEPS / top) * bins))
    histogram[bin] = (histogram[bin] ?? 0) + count
  })
  return histogram
}

/** Counts the members present by score, and returns how many they are. */
function countLevels({ frames, seats }: Playback, level: Level, day: number, counts: Uint32Array): number {
  counts.fill(0)
  let present = 0
  const end = (day + 1) * seats * FRAME_BYTES
  for (let at = day * seats * FRAME_BYTES; at < end; at += FRAME_BYTES) {
    if (ABSENT.has(frames[at + FRAME.state] as number)) continue
    const step = frames[at + FRAME[level]] as number
    counts[step] = (counts[step] as number) + 1
    present += 1
  }
  return present
}

function atRank(counts: Uint32Array, present: number, share: number): number {
  if (present === 0) return NaN
  const rank = Math.max(1, Math.ceil(share * present - 1e-9)) // 0.9 × 10 is a little more than 9
  let below = 0
  for (let step = 0; step <= STEPS; step++) {
    below += counts[step] as number
    if (below >= rank) return step / STEPS
  }
  return 1
}
