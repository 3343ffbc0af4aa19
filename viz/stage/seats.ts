/** Where seats are: row by row in order of joining. Lengths in device pixels. */
export interface SeatGrid {
  readonly columns: number
  readonly rows: number
  /** Side of a cell. */
  readonly cell: number
  /** People a cell stands for: 1, or more where single seats would be too small to see. */
  readonly perCell: number
}

/**
 * What is drawn in a cell of a size: a square; a shape; a shape in an arc of trust; and, from where one can read it, the
 * initial of the nickname below. Interface §3.3 has arc and initial from 20 px on: tried, and hundreds of them are noise.
 */
export type Detail = 'named' | 'full' | 'shape' | 'square'

/** The largest cells with which all `seats` fit; below `smallest` a cell stands for 10, 100 … people. */
export function layOutSeats(room: {
  readonly seats: number
  readonly width: number
  readonly height: number
  readonly smallest: number
  readonly largest: number
}): SeatGrid {
  const { width, height, smallest, largest } = room
  const side = Math.min(width, height)
  if (side < 1) return { columns: 1, rows: 1, cell: 1, perCell: Math.max(1, room.seats) }
  for (let perCell = 1; ; perCell *= 10) {
    const cells = Math.max(1, Math.ceil(room.seats / perCell))
    const cell = largestCell(cells, width, height, largest)
    if (cell >= Math.min(smallest, side) || (cells === 1 && cell >= 1)) {
      return { columns: Math.floor(width / cell), rows: Math.floor(height / cell), cell, perCell }
    }
  }
}

export function detailOf(cell: number, pixelRatio: number): Detail {
  const size = cell / pixelRatio
  return size >= 38 ? 'named' : size >= 30 ? 'full' : size >= 10 ? 'shape' : 'square'
}

/** Number of the cell at a place, or −1 beside the grid. */
export function cellAt(grid: SeatGrid, x: number, y: number): number {
  const column = Math.floor(x / grid.cell)
  const row = Math.floor(y / grid.cell)
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return -1
  return row * grid.columns + column
}

function largestCell(cells: number, width: number, height: number, largest: number): number {
  let cell = Math.min(largest, Math.floor(Math.sqrt((width * height) / cells)), width, height)
  while (cell > 0 && Math.floor(width / cell) * Math.floor(height / cell) < cells) cell--
  return cell
}
