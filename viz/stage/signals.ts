import { bordersOf, FLASH_MS, mayFlash } from './flash.ts'
import type { Palette } from './palette.ts'
import type { SeatGrid } from './seats.ts'

const RING_MS = 300
const RINGS_MOST = 8
/** Borders above this number are fainter: a whole wall must not flicker. */
const MANY = 60

/** When the latest flash on the page began, of whichever wall. */
let lastFlash = -Infinity

/** Somebody who said something, and whether it was on topic. */
export interface Sender {
  readonly seat: number
  readonly onTopic: boolean
}

/** What lies over the seats for a moment: rings, flashes of borders, and the mark of one seat. */
export interface Signals {
  /** Rings around some of those who spoke: whole ones for what was on topic, dotted ones for chatter. */
  readonly ring: (senders: readonly Sender[]) => void
  /** The borders of cells, in rising order, for a moment. */
  readonly flash: (cells: readonly number[]) => void
  /** Marks a seat, −1 for none. */
  readonly mark: (seat: number) => void
  readonly calm: () => void
  readonly draw: () => void
}

export function createSignals(
  canvas: HTMLCanvasElement,
  at: {
    readonly palette: () => Palette
    readonly grid: () => SeatGrid
    readonly ratio: () => number
    readonly cellOf: (seat: number) => number
  },
): Signals {
  const ink = canvas.getContext('2d')
  let rings: { readonly sender: Sender; readonly born: number }[] = []
  let flashed: { readonly cells: readonly number[]; readonly born: number } | null = null
  let marked = -1
  let request = 0

  function ring(senders: readonly Sender[]): void {
    const room = RINGS_MOST - rings.length
    const every = Math.max(1, Math.ceil(senders.length / Math.max(1, room)))
    const born = frameTime()
    for (let place = 0; place < senders.length && rings.length < RINGS_MOST; place += every) {
      rings.push({ sender: senders[place] as Sender, born })
    }
    wake()
  }

  function flash(cells: readonly number[]): void {
    const born = frameTime()
    if (cells.length === 0 || !mayFlash(lastFlash, born)) return
    lastFlash = born
    flashed = { cells, born }
    wake()
  }

  function wake(): void {
    if (request === 0 && (rings.length > 0 || flashed)) request = requestAnimationFrame(paint)
  }

  function paint(now: number): void {
    request = 0
    if (!ink) return
    ink.clearRect(0, 0, canvas.width, canvas.height)
    rings = rings.filter(({ born }) => now - born < RING_MS)
    if (flashed && now - flashed.born >= FLASH_MS) flashed = null
    if (flashed) paintBorders(ink, flashed.cells)
    for (const { sender, born } of rings) paintRing(ink, sender, Math.max(0, (now - born) / RING_MS))
    if (marked >= 0) paintMark(ink, marked)
    wake()
  }

  function paintBorders(ink: CanvasRenderingContext2D, cells: readonly number[]): void {
    const { cell: size, columns } = at.grid()
    ink.strokeStyle = at.palette().secondary
    ink.lineWidth = Math.max(1, at.ratio() * 0.75)
    ink.beginPath()
    for (const { cell, length } of bordersOf(cells, columns)) {
      const { x, y } = place(cell)
      ink.rect(x + 0.5, y + 0.5, size * length - 1, size - 1)
    }
    ink.globalAlpha = cells.length > MANY ? 0.3 : 0.6
    ink.stroke()
    ink.globalAlpha = 1
  }

  function paintRing(ink: CanvasRenderingContext2D, { seat, onTopic }: Sender, age: number): void {
    const size = at.grid().cell
    const { x, y } = place(at.cellOf(seat))
    const { messages } = at.palette()
    ink.globalAlpha = 0.85 * (1 - age)
    ink.strokeStyle = onTopic ? messages.useful : messages.chatter
    ink.lineWidth = Math.max(1, size * 0.09)
    ink.setLineDash(onTopic ? [] : [ink.lineWidth, ink.lineWidth * 1.5])
    ink.beginPath()
    ink.arc(x + size / 2, y + size / 2, size * (0.4 + 0.7 * age), 0, Math.PI * 2)
    ink.stroke()
    ink.setLineDash([])
    ink.globalAlpha = 1
  }

  function paintMark(ink: CanvasRenderingContext2D, seat: number): void {
    const size = at.grid().cell
    const cell = at.cellOf(seat)
    if (cell < 0) return
    const { x, y } = place(cell)
    const line = at.ratio()
    ink.strokeStyle = at.palette().link
    ink.lineWidth = 2 * line
    ink.strokeRect(x + line, y + line, size - 2 * line, size - 2 * line)
  }

  function place(cell: number): { readonly x: number; readonly y: number } {
    const { cell: size, columns } = at.grid()
    return { x: (cell % columns) * size, y: Math.floor(cell / columns) * size }
  }

  return {
    ring,
    flash,
    mark(seat) {
      if (seat === marked) return
      marked = seat
      paint(frameTime())
    },
    calm() {
      rings = []
      flashed = null
      cancelAnimationFrame(request)
      paint(frameTime())
    },
    draw: () => paint(frameTime()),
  }
}

/** The time of the frame that is being made: the same for all that happens in it. */
function frameTime(): number {
  return Number(document.timeline.currentTime ?? performance.now())
}
