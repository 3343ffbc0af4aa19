import { FRAME } from '../../sim/index.ts'
import type { View } from '../player/frames.ts'
import { RAMP_STEPS } from './palette.ts'
import type { Palette, Ramp } from './palette.ts'

/** What the colours of seats stand for: the state, or one score in steps from low to high. */
export const COLOUR_BYS = ['state', 'trust', 'interest', 'fatigue', 'spending'] as const
export type ColourBy = (typeof COLOUR_BYS)[number]

/** How walls are looked at. */
export interface WallLook {
  readonly palette: Palette
  readonly view: View
  readonly colourBy: ColourBy
}

/** In which byte of a seat a score stands. */
export const BYTE_OF: Readonly<Record<Ramp, number>> = {
  trust: FRAME.trust,
  interest: FRAME.value,
  fatigue: FRAME.fatigue,
  spending: FRAME.orders,
}

/** Kept orders from which on more of them make no difference to the colour: one step an order. */
export const ORDERS_MOST = RAMP_STEPS - 1

/** An owner sees orders; what goes on inside people, she does not. */
export function isHidden(colourBy: ColourBy, view: View): boolean {
  return view === 'owner' && colourBy !== 'state' && colourBy !== 'spending'
}

/** Step on a ramp, 0 to RAMP_STEPS − 1: scores 0–1 in equal steps, orders one by one. */
export function stepOf(ramp: Ramp, byte: number): number {
  const step = ramp === 'spending' ? byte : Math.floor((byte * RAMP_STEPS) / 256)
  return Math.min(RAMP_STEPS - 1, step)
}
