/** How long the border of a seat shows that somebody looked in, in ms. */
export const FLASH_MS = 120
/** No more than three flashes a second anywhere (WCAG 2.3.1). */
const APART_MS = 334
/** Borders that are drawn one by one; above that, neighbours share one. */
const SINGLE_MOST = 60

/** Whether a flash may begin now, when the last one on the page began then. Those of one frame are one flash. */
export function mayFlash(last: number, now: number): boolean {
  return now === last || now - last >= APART_MS
}

/** A border around `length` cells side by side. */
export interface Border {
  readonly cell: number
  readonly length: number
}

/** Borders of cells in rising order; where they are many, one around each run of neighbours in a row. */
export function bordersOf(cells: readonly number[], columns: number): Border[] {
  if (cells.length <= SINGLE_MOST) return cells.map((cell) => ({ cell, length: 1 }))
  const borders: { cell: number; length: number }[] = []
  for (const cell of cells) {
    const last = borders.at(-1)
    const touches = last && last.cell + last.length === cell && cell % columns !== 0
    if (touches) last.length += 1
    else borders.push({ cell, length: 1 })
  }
  return borders
}
