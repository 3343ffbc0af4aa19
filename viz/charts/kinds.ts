/** The charts there are, in the order in which they are offered. */
export const CHART_KINDS = [
  'states', // who is in the group
  'trust', // trust and interest
  'activity', // what is written
  'fatigue', // ad fatigue
  'income', // revenue and cash
  'survival', // how long members stay
  'causes', // why they leave
  'outcomes', // 20 runs
] as const
export type ChartKind = (typeof CHART_KINDS)[number]

/** As many tiles as the widest screen shows; narrower ones show the first of them. */
const TILES = 4
/** What the tiles show until somebody chooses. */
const FIRST_CHOICE: readonly ChartKind[] = ['states', 'activity', 'income', 'causes']

/** The choice that these names make, whatever was remembered: four different kinds. */
export function choiceOf(names: readonly string[]): readonly ChartKind[] {
  const known = names.filter((name): name is ChartKind => CHART_KINDS.some((kind) => kind === name))
  return [...new Set([...known, ...FIRST_CHOICE])].slice(0, TILES)
}

/** The choice after the tile at a place was given a kind: where that kind stood, stands what the tile had. */
export function chooseKind(
  choice: readonly ChartKind[],
  place: number,
  kind: ChartKind,
): readonly ChartKind[] {
  const instead = choice[place]
  if (instead === undefined) return choice
  return choice.map((each, at) => (at === place ? kind : each === kind ? instead : each))
}

/** How a row of charts is laid out in its width. */
export interface RowLayout {
  readonly tiles: number
  /** What the other charts are reached by: a list beside the tiles, or tabs above the only one. */
  readonly rest: 'titles' | 'list' | 'tabs'
}

/**
 * Four tiles on a projector, three and a list of the others on a laptop, one under tabs on a phone. What shows several
 * sides needs more room: then there are fewer. Width in CSS px; `sides`: of which more than a line is drawn.
 */
export function rowLayout(width: number, sides = 1): RowLayout {
  if (width < 700) return { tiles: 1, rest: 'tabs' }
  if (width < 1000) return { tiles: 2, rest: 'list' }
  if (width < 1500) return sides > 2 ? { tiles: 2, rest: 'list' } : { tiles: 3, rest: 'list' }
  return { tiles: sides > 1 ? 3 : TILES, rest: 'titles' }
}
