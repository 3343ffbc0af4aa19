/**
 * A list longer than a browser can lay out. Elements end at some 17 to 33 million pixels; longer lists are shown through a
 * shorter element with the arithmetic of SlickGrid: near a place, a pixel of scrolling is a pixel of the list, so that
 * wheels and fingers miss no row; where the thumb is dragged far, it stands for a share of the whole.
 */
export interface Scroll {
  /** Height of a row and of the part of the list that is seen, in pixels. */
  readonly rowHeight: number
  readonly view: number
  readonly count: number
  /** Height of the element that is scrolled. */
  readonly height: number
  /** Place of the upper edge of the view in that element; what the browser calls scrollTop. */
  readonly top: number
  /** What is to be added to a place in the element to get the place in the list. */
  readonly offset: number
}

/** No browser ends before this many pixels. */
const HIGHEST = 8_000_000
/** A longer list is scrolled in pages of this share of the element. */
const PAGES = 100

/** At the first row. */
export function startScroll(sizes: {
  readonly rowHeight: number
  readonly view: number
  readonly count: number
}): Scroll {
  const height = Math.min(sizes.count * sizes.rowHeight, HIGHEST)
  return { ...sizes, height, top: 0, offset: 0 }
}

/** Rows that are seen, wholly or in part: from ≤ row < to. */
export function rowsSeen(scroll: Scroll): { readonly from: number; readonly to: number } {
  const { top, offset, rowHeight, view, count } = scroll
  const y = top + offset
  const from = Math.max(0, Math.min(count, Math.floor(y / rowHeight)))
  return { from, to: Math.max(from, Math.min(count, Math.ceil((y + view) / rowHeight))) }
}

/** Where a row stands in the element. */
export function topOfRow({ rowHeight, offset }: Scroll, row: number): number {
  return row * rowHeight - offset
}

/** The browser has scrolled to `top`. The answer may have another, to which the browser is to be set. */
export function scrolledTo(scroll: Scroll, top: number): Scroll {
  const isNear = Math.abs(top - scroll.top) < scroll.view
  if (isNear || !isScaled(scroll)) return scrollToPlace(scroll, top + scroll.offset)
  const share = top / (scroll.height - scroll.view)
  // The thumb is in somebody's hand: it stays, and the rows are those of its page.
  return { ...scroll, top, offset: offsetAt(scroll, share * (listHeight(scroll) - scroll.view)) }
}

/** The view with its upper edge at a place of the list. */
export function scrollToPlace(scroll: Scroll, y: number): Scroll {
  const place = Math.max(0, Math.min(listHeight(scroll) - scroll.view, y))
  const offset = offsetAt(scroll, place)
  return { ...scroll, top: place - offset, offset }
}

/** The least scrolling after which a row is seen whole. */
export function scrollToRow(scroll: Scroll, row: number): Scroll {
  const { rowHeight, view } = scroll
  const y = scroll.top + scroll.offset
  const above = row * rowHeight
  if (above < y) return scrollToPlace(scroll, above)
  if (above + rowHeight > y + view) return scrollToPlace(scroll, above + rowHeight - view)
  return scroll
}

/** Other sizes or another number of rows: the same row stays at the upper edge, as far as there is one. */
export function resized(
  scroll: Scroll,
  sizes: { readonly rowHeight: number; readonly view: number; readonly count: number },
): Scroll {
  const row = scroll.rowHeight === 0 ? 0 : (scroll.top + scroll.offset) / scroll.rowHeight
  return scrollToPlace(startScroll(sizes), row * sizes.rowHeight)
}

function listHeight({ count, rowHeight }: Scroll): number {
  return count * rowHeight
}

function isScaled(scroll: Scroll): boolean {
  return listHeight(scroll) > scroll.height
}

/** The offset is the same all over a page and grows from page to page, so that list and element end together. */
function offsetAt(scroll: Scroll, y: number): number {
  if (!isScaled(scroll)) return 0
  const page = scroll.height / PAGES
  const last = Math.floor(listHeight(scroll) / page) - 1
  const step = (listHeight(scroll) - scroll.height) / last
  return Math.round(Math.min(last, Math.floor(y / page)) * step)
}
