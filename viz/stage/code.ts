import {
  FRAME,
  FRAME_BUYER,
  FRAME_BYTES,
  FRAME_FAN,
  FRAME_MEETING,
  FRAME_MET,
  SEAT_STATES,
} from '../../sim/index.ts'
import type { Playback, SeatState } from '../../sim/index.ts'
import { frameAt, stateSeen } from '../player/frames.ts'
import type { Glyph } from './glyph.ts'
import { BYTE_OF, isHidden, stepOf } from './look.ts'
import type { WallLook } from './look.ts'
import { RAMP_STEPS } from './palette.ts'
import type { Detail } from './seats.ts'

/**
 * All that a repaint of a cell has to tell apart, in one number: state (4 bits), notch (2), step on a ramp (3), trust in
 * 32 steps (5), met in person, at a meeting today, dimmed, chosen.
 */
const STATE_BITS = 15
const NOTCH_BUYER = 1 << 4
const NOTCH_FAN = 1 << 5
const STEP_SHIFT = 6
const STEP_BITS = 7
/** Step of a score that cannot be seen. */
const UNKNOWN = RAMP_STEPS
const TRUST_SHIFT = 9
const MET = 1 << 14
const MEETING = 1 << 15
const DIMMED = 1 << 16
const CHOSEN = 1 << 17
/** What a cell holds before anything was painted into it. */
export const UNPAINTED = 0xffffffff

const NUMBER = Object.fromEntries(SEAT_STATES.map((state, number) => [state, number])) as Record<
  SeatState,
  number
>

export interface Coding {
  readonly look: WallLook
  readonly detail: Detail
  /** 1 for each seat that is to stand out from the others; null: none does. */
  readonly chosen: Uint8Array | null
}

/** Codes of the seats of one day. */
export function coderOf(
  playback: Playback,
  day: number,
  { look, detail, chosen }: Coding,
): (seat: number) => number {
  const { view, colourBy } = look
  const frame = frameAt(playback, day)
  const hidden = isHidden(colourBy, view)
  // An arc in the colour of another score would be taken for that score; around bars, hundreds of arcs are noise.
  const hasArc = detail === 'full' || detail === 'named'
  const withTrust = hasArc && view === 'truth' && colourBy === 'state'

  return (seat) => {
    const at = seat * FRAME_BYTES
    const state = view === 'truth' ? (frame[at] ?? 0) : stateSeen(playback, day, seat, view)
    const choice = !chosen || state === NUMBER.empty ? 0 : chosen[seat] ? CHOSEN : DIMMED
    if (state === NUMBER.empty || state === NUMBER.gone || state === NUMBER.leaving) return state | choice
    const flags = frame[at + FRAME.flags] ?? 0
    let code = state | choice
    const isBar = state === NUMBER.muted || state === NUMBER.zombie
    if (isBar) {
      code |= flags & FRAME_FAN ? NOTCH_FAN : flags & FRAME_BUYER ? NOTCH_BUYER : 0
    }
    if (colourBy !== 'state') {
      code |= (hidden ? UNKNOWN : stepOf(colourBy, frame[at + BYTE_OF[colourBy]] ?? 0)) << STEP_SHIFT
    }
    if (withTrust && !isBar) code |= ((frame[at + FRAME.trust] ?? 0) >> 3) << TRUST_SHIFT
    if (detail !== 'square') code |= (flags & FRAME_MET ? MET : 0) | (flags & FRAME_MEETING ? MEETING : 0)
    return code
  }
}

/** What stands for several people: the state that most of them are in, and the mean score of those who are in it. */
export function majorityOf(codes: readonly number[]): number {
  const counts = new Uint16Array(SEAT_STATES.length)
  for (const code of codes) counts[code & STATE_BITS]! += 1
  const state = counts.indexOf(Math.max(...counts))
  const those = codes.filter((code) => (code & STATE_BITS) === state)
  const steps = those.reduce((sum, code) => sum + ((code >> STEP_SHIFT) & STEP_BITS), 0)
  const chosen = those.filter((code) => code & CHOSEN).length
  const dimmed = those.filter((code) => code & DIMMED).length
  const choice = chosen + dimmed === 0 ? 0 : chosen >= dimmed ? CHOSEN : DIMMED
  return state | (Math.round(steps / Math.max(1, those.length)) << STEP_SHIFT) | choice
}

/** What a code says is to be drawn; `hatch` stands for a score that cannot be seen. */
export function glyphOf(
  code: number,
  { palette, colourBy }: WallLook,
  hatch: CanvasPattern | string,
): Glyph & { readonly dimmed: boolean } {
  const step = (code >> STEP_SHIFT) & STEP_BITS
  const fill =
    colourBy === 'state' ? null : step === UNKNOWN ? hatch : (palette.ramps[colourBy][step] ?? null)
  return {
    state: SEAT_STATES[code & STATE_BITS] ?? 'empty',
    notch: code & NOTCH_FAN ? 'fan' : code & NOTCH_BUYER ? 'buyer' : null,
    trust: ((code >> TRUST_SHIFT) & 31) / 31,
    fill,
    meeting: code & MEETING ? 'today' : code & MET ? 'earlier' : null,
    chosen: (code & CHOSEN) !== 0,
    dimmed: (code & DIMMED) !== 0,
  }
}
