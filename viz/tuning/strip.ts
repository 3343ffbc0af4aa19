/** The runs of one plan on one scale. */
export interface StripDots {
  readonly letter: string
  readonly values: readonly number[]
  readonly median: number
}

const ROW_PX = 22
const AXIS_PX = 18
const LETTER_PX = 18
const DOT_PX = 3.2

/** Where values lie on a strip: 0 is always part of the scale, so that lengths can be compared. */
export function strideOf(rows: readonly StripDots[]): { readonly low: number; readonly high: number } {
  const values = rows.flatMap((row) => row.values)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  return low === high ? { low, high: low + 1 } : { low, high }
}

/** One row of dots a plan: hollow for the first, filled for the second, and a stroke at the median. */
export function drawStrip(
  canvas: HTMLCanvasElement,
  rows: readonly StripDots[],
  { format }: { readonly format: (value: number) => string },
): void {
  const width = canvas.clientWidth
  const height = rows.length * ROW_PX + AXIS_PX
  if (width === 0) return
  const ratio = Math.min(2, window.devicePixelRatio || 1)
  canvas.style.height = `${height}px`
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
  }
  const ink = canvas.getContext('2d')
  if (!ink) return
  const style = getComputedStyle(canvas)
  const colour = (name: string): string => style.getPropertyValue(`--${name}`)
  const { low, high } = strideOf(rows)
  const x = (value: number): number =>
    LETTER_PX + 6 + ((value - low) / (high - low)) * (width - LETTER_PX - 12)
  ink.setTransform(ratio, 0, 0, ratio, 0, 0)
  ink.clearRect(0, 0, width, height)
  ink.font = `13px ${style.fontFamily}`
  ink.textBaseline = 'middle'
  rows.forEach(({ letter, values, median }, row) => {
    const middle = row * ROW_PX + ROW_PX / 2
    ink.fillStyle = colour('secondary')
    ink.textAlign = 'left'
    ink.fillText(letter, 0, middle)
    ink.fillStyle = colour('rule')
    ink.fillRect(LETTER_PX, middle - 0.5, width - LETTER_PX, 1)
    ink.strokeStyle = ink.fillStyle = colour(row === 0 && rows.length > 1 ? 'secondary' : 'link')
    values.forEach((value, run) => {
      ink.beginPath()
      // Up and down by the number of the run, so that dots at one place can be told apart.
      ink.arc(x(value), middle + (((run * 7) % 5) - 2) * 2, DOT_PX, 0, Math.PI * 2)
      if (row === 0 && rows.length > 1) ink.stroke()
      else {
        ink.globalAlpha = 0.55
        ink.fill()
        ink.globalAlpha = 1
      }
    })
    if (!Number.isFinite(median)) return
    ink.fillStyle = colour('text')
    ink.fillRect(x(median) - 1.5, middle - ROW_PX / 2 + 1, 3, ROW_PX - 2)
  })
  ink.fillStyle = colour('secondary')
  const base = rows.length * ROW_PX + AXIS_PX / 2
  ink.textAlign = 'left'
  ink.fillText(format(low), LETTER_PX, base)
  ink.textAlign = 'right'
  ink.fillText(format(high), width, base)
}
