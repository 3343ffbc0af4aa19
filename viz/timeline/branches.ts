/** What the map of branches has to know of a side. */
export interface Branching {
  /** Index of the side it branched from; null for one that stands for itself. */
  readonly parent: number | null
  /** Whole days that it shares with its parent: it leaves the parent's line there. */
  readonly forkDay: number | null
  /** Days of its run. */
  readonly days: number
}

/** One side as a line on the scale of days. */
export interface BranchLine {
  readonly side: number
  /** Lines from top to bottom, from 0: a branch lies under its parent, before the parent's next one. */
  readonly row: number
  /** Row of the parent; null for a line that begins on day 0 by itself. */
  readonly parentRow: number | null
  readonly from: number
  readonly to: number
  /** Day of the first branch that left it: from there on the line is dashed. Null: it was never left. */
  readonly leftOn: number | null
}

/** The lines of all sides, in the order of rows. A parent that is no side, or a circle of parents, counts as none. */
export function branchLines(sides: readonly Branching[]): BranchLine[] {
  const order: number[] = []
  const visit = (side: number): void => {
    if (order.includes(side)) return
    order.push(side)
    for (const child of childrenOf(sides, side)) visit(child)
  }
  sides.forEach(({ parent }, side) => {
    if (parent === null || parent === side || !sides[parent]) visit(side)
  })
  sides.forEach((_, side) => visit(side))

  return order.map((side, row) => {
    const { parent, forkDay, days } = sides[side] as Branching
    const above = parent === null ? -1 : order.indexOf(parent)
    const forks = childrenOf(sides, side)
      .filter((child) => order.indexOf(child) > row)
      .map((child) => sides[child]?.forkDay ?? 0)
    return {
      side,
      row,
      parentRow: above >= 0 && above < row ? above : null,
      from: above >= 0 && above < row ? Math.min(forkDay ?? 0, days) : 0,
      to: days,
      leftOn: forks.length === 0 ? null : Math.min(...forks, days),
    }
  })
}

export function hasBranch(sides: readonly { readonly parent: number | null }[]): boolean {
  return sides.some(({ parent }) => parent !== null)
}

/** Where lines run, in pixels. */
export interface BranchScale {
  readonly x: (day: number) => number
  readonly y: (row: number) => number
  /** How far a branch takes to come to its own row. */
  readonly bend: number
}

/** The path of a line as long as it is the way that was taken, and the rest of it, dashed; '' for no rest. */
export function branchPaths(
  line: BranchLine,
  { x, y, bend }: BranchScale,
): { readonly solid: string; readonly dashed: string } {
  const [at, from, to] = [y(line.row), x(line.from), x(line.to)]
  const left = line.leftOn === null ? to : Math.min(to, Math.max(from, x(line.leftOn)))
  const solid =
    line.parentRow === null ? [`M${round(from)} ${round(at)}`] : curve(from, y(line.parentRow), at, bend)
  const landed = line.parentRow === null ? from : from + bend
  if (Math.max(left, landed) > landed) solid.push(`H${round(left)}`)
  const rest = Math.max(left, landed)
  return {
    solid: solid.join(''),
    dashed: rest < to ? `M${round(rest)} ${round(at)}H${round(to)}` : '',
  }
}

function curve(x: number, from: number, to: number, bend: number): string[] {
  const [middle, end] = [round(x + bend / 2), round(x + bend)]
  return [
    `M${round(x)} ${round(from)}`,
    `C${middle} ${round(from)} ${middle} ${round(to)} ${end} ${round(to)}`,
  ]
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

function childrenOf(sides: readonly Branching[], parent: number): number[] {
  return sides.flatMap((side, index) => (side.parent === parent && index !== parent ? [index] : []))
}
