/** Width to height of a small wall: five by four of them on a projector. */
const ASPECT = 1.55
/** Lower than this, the list of walls scrolls. In CSS pixels. */
const LOWEST = 56
const GAP = 12
/** Width of a name with its count, for each pixel of the height of their line. */
const NAME = 4.4

/** How small walls share a room; `caption` is the height of the line above each. */
export function shapeTiles(
  count: number,
  room: { readonly width: number; readonly height: number },
  caption: number,
): { readonly columns: number; readonly width: number; readonly height: number } {
  let best = shapeWith(1)
  for (let columns = 2; columns <= count; columns++) {
    const next = shapeWith(columns)
    if (next.width >= caption * NAME && fit(next) > fit(best)) best = next
  }
  return { ...best, height: Math.max(LOWEST, best.height) }

  function shapeWith(columns: number): { columns: number; width: number; height: number } {
    const rows = Math.ceil(count / columns)
    const width = (room.width - GAP * (columns - 1)) / columns
    const height = (room.height - GAP * (rows - 1)) / rows - caption
    return { columns, width: Math.max(1, width), height }
  }

  /** Room for a wall of the right shape; where there is none, the more the better. */
  function fit({ width, height }: { readonly width: number; readonly height: number }): number {
    return Math.min(width, height * ASPECT)
  }
}
