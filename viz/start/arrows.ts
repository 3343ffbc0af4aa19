/** Where a card stands on the page, in any one unit. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * The card that an arrow key leads to, −1 for none: the next and the one before in reading order, or the nearest of the
 * row below or above.
 */
export function cardTowards(key: string, boxes: readonly Box[], from: number): number {
  const here = boxes[from]
  if (!here) return -1
  switch (key) {
    case 'ArrowRight':
      return from + 1 < boxes.length ? from + 1 : -1
    case 'ArrowLeft':
      return from - 1
    case 'ArrowDown':
      return nearestOfRow(boxes, here, (box) => box.top >= here.bottom)
    case 'ArrowUp':
      return nearestOfRow(boxes, here, (box) => box.bottom <= here.top)
    case 'Home':
      return 0
    case 'End':
      return boxes.length - 1
    default:
      return -1
  }
}

/** Rows count more than columns: otherwise a card far below in the same column would win. */
function nearestOfRow(boxes: readonly Box[], here: Box, lies: (box: Box) => boolean): number {
  const distance = (box: Box): number =>
    4 * Math.max(box.top - here.bottom, here.top - box.bottom) + Math.abs(middle(box) - middle(here))
  return boxes.reduce((best, box, at) => {
    if (!lies(box)) return best
    const other = boxes[best]
    return !other || distance(box) < distance(other) ? at : best
  }, -1)
}

function middle({ left, right }: Box): number {
  return (left + right) / 2
}
