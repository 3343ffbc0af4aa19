import type { Locale, Playback } from '../../sim/index.ts'
import { nameOf, playable } from '../player/side.ts'
import type { Side } from '../player/side.ts'

/** One run as charts show it. */
export interface ChartSide {
  /** Place among the sides of the page. */
  readonly at: number
  readonly letter: string
  readonly name: string
  readonly playback: Playback
  /** The parent of the side that is shown: only a dashed line to compare with. */
  readonly isGhost: boolean
  /** What its lines look like; without colour, one side is told from another by this and by its letter. */
  readonly dash: Dash
}

const DASHES = ['dashed', 'solid', 'dotted', 'dash-dot'] as const
type Dash = (typeof DASHES)[number]

/** What charts show: all sides that can be played, or one alone, before it the side that it branched from. */
export function chartSides(
  sides: readonly Side[],
  { alone, locale }: { readonly alone: number | null; readonly locale: Locale },
): readonly ChartSide[] {
  const parent = alone === null ? null : (sides[alone]?.parent ?? null)
  const ready = playable(sides)
    .map(({ side, playback }) => {
      const at = sides.indexOf(side)
      return { at, letter: side.letter, name: nameOf(side, locale), playback, isGhost: side === parent }
    })
    .filter(({ at }) => alone === null || at === alone || sides[at] === parent)
    .sort((one, other) => Number(other.isGhost) - Number(one.isGhost) || one.at - other.at)
  return ready.map((side, place) => ({ ...side, dash: dashOf(place, ready.length) }))
}

function dashOf(place: number, count: number): Dash {
  return count === 1 ? 'solid' : (DASHES[place % DASHES.length] ?? 'solid')
}

/** Those of whom more than a line is drawn. */
export function ownSides(sides: readonly ChartSide[]): readonly ChartSide[] {
  return sides.filter(({ isGhost }) => !isGhost)
}

/** The days that all of them share as a scale. */
export function daysOf(sides: readonly ChartSide[]): number {
  return Math.max(1, ...sides.map(({ playback }) => playback.days))
}

/** The lowest and the highest of some extents, zero and one among them. */
export function shared(extents: readonly (readonly [number, number])[]): readonly [number, number] {
  return [Math.min(0, ...extents.map(([low]) => low)), Math.max(1, ...extents.map(([, high]) => high))]
}
