/** The runs of one plan on one scale. */
export interface StripRow {
  readonly letter: string
  readonly dots: readonly StripDot[]
  readonly median: number
}

/** One run: its number, and what it came to. */
export interface StripDot {
  readonly run: number
  readonly value: number
}

/** Where everything lies on a strip, in pixels of the page. */
export interface StripLayout {
  readonly height: number
  /** Place of a value. */
  readonly x: (value: number) => number
  /** The middle of each row. */
  readonly middles: readonly number[]
  readonly places: readonly {
    readonly row: number
    readonly run: number
    readonly x: number
    readonly y: number
  }[]
}

const ROW_PX = 22
const AXIS_PX = 18
const LETTER_PX = 18
const DOT_PX = 3.2
/** A dot is hit from so far, because it is small. */
const HIT_PX = 12

/** Where values lie on a strip: 0 is always part of the scale, so that lengths can be compared. */
export function strideOf(rows: readonly StripRow[]): { readonly low: number; readonly high: number } {
  const values = rows.flatMap(({ dots }) => dots.map(({ value }) => value))
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  return low === high ? { low, high: low + 1 } : { low, high }
}

export function layOutStrip(rows: readonly StripRow[], width: number): StripLayout {
  const { low, high } = strideOf(rows)
  const x = (value: number): number =>
    LETTER_PX + 6 + ((value - low) / (high - low)) * (width - LETTER_PX - 12)
  const middles = rows.map((_, row) => row * ROW_PX + ROW_PX / 2)
  const places = rows.flatMap(({ dots }, row) =>
    dots.map(({ run, value }) => {
      // Up and down by the number of the run, so that dots at one place can be told apart.
      const y = (middles[row] ?? 0) + (((run * 7) % 5) - 2) * 2
      return { row, run, x: x(value), y }
    }),
  )
  return { height: rows.length * ROW_PX + AXIS_PX, x, middles, places }
}

/** The dot nearest to a place, as far as one is near. */
export function dotAt(
  { places }: StripLayout,
  at: { readonly x: number; readonly y: number },
): { readonly row: number; readonly run: number } | null {
  let nearest = HIT_PX
  let found: { readonly row: number; readonly run: number } | null = null
  for (const { row, run, x, y } of places) {
    const away = Math.hypot(x - at.x, y - at.y)
    if (away >= nearest) continue
    nearest = away
    found = { row, run }
  }
  return found
}

export interface StripOptions {
  readonly format: (value: number) => string
  /** The run that is on the wall, and the one that is looked at; −1 for none. Both get a ring. */
  readonly ringed: readonly number[]
}

/** One row of dots a plan: hollow for the first of two, filled for the other, and a stroke at the median. */
export function drawStrip(
  canvas: HTMLCanvasElement,
  rows: readonly StripRow[],
  { format, ringed }: StripOptions,
): StripLayout | null {
  const width = canvas.clientWidth
  if (width === 0) return null
  const layout = layOutStrip(rows, width)
  const ink = inkOf(canvas, width, layout.height)
  if (!ink) return null
  const style = getComputedStyle(canvas)
  const colour = (name: string): string => style.getPropertyValue(`--${name}`)
  ink.font = `13px ${style.fontFamily}`
  ink.textBaseline = 'middle'
  rows.forEach(({ letter, median }, row) => {
    const middle = layout.middles[row] ?? 0
    ink.fillStyle = colour('secondary')
    ink.textAlign = 'left'
    ink.fillText(letter, 0, middle)
    ink.fillStyle = colour('rule')
    ink.fillRect(LETTER_PX, middle - 0.5, width - LETTER_PX, 1)
    const isHollow = row === 0 && rows.length > 1
    ink.strokeStyle = ink.fillStyle = colour(isHollow ? 'secondary' : 'link')
    const own = layout.places.filter((place) => place.row === row)
    // Hollow ones in one stroke; where filled ones lie over each other, it is to be seen.
    if (isHollow) circles(ink, own, DOT_PX)
    else {
      ink.globalAlpha = 0.55
      for (const each of own) circles(ink, [each], DOT_PX, 'fill')
      ink.globalAlpha = 1
    }
    ink.strokeStyle = ink.fillStyle = colour('text')
    circles(
      ink,
      own.filter(({ run }) => ringed.includes(run)),
      DOT_PX + 2.5,
    )
    if (Number.isFinite(median)) ink.fillRect(layout.x(median) - 1.5, middle - ROW_PX / 2 + 1, 3, ROW_PX - 2)
  })
  const { low, high } = strideOf(rows)
  ink.fillStyle = colour('secondary')
  const base = layout.height - AXIS_PX / 2
  ink.textAlign = 'left'
  ink.fillText(format(low), LETTER_PX, base)
  ink.textAlign = 'right'
  ink.fillText(format(high), width, base)
  return layout
}

/** What draws on a clean canvas of that size, in pixels of the page. */
function inkOf(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const ratio = Math.min(2, window.devicePixelRatio || 1)
  canvas.style.height = `${height}px`
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
  }
  const ink = canvas.getContext('2d')
  ink?.setTransform(ratio, 0, 0, ratio, 0, 0)
  ink?.clearRect(0, 0, width, height)
  return ink
}

function circles(
  ink: CanvasRenderingContext2D,
  places: StripLayout['places'],
  radius: number,
  how: 'stroke' | 'fill' = 'stroke',
): void {
  ink.beginPath()
  for (const { x, y } of places) {
    ink.moveTo(x + radius, y)
    ink.arc(x, y, radius, 0, Math.PI * 2)
  }
  ink[how]()
}
