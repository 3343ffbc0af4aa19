import { FRAME_BYTES, SEAT_STATES } from '../../sim/index.ts'
import type { Playback } from '../../sim/index.ts'
import { frameAt, stateSeen } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import type { Palette } from './palette.ts'
import { layOutSeats } from './seats.ts'

/** The wall of one day in small: a square a seat, little more than nothing where somebody left. Sizes are those of the canvas. */
export function drawThumbnail(
  canvas: HTMLCanvasElement,
  playback: Playback,
  day: number,
  palette: Palette,
  view: View,
): void {
  const ink = canvas.getContext('2d')
  if (!ink) return
  const { width, height } = canvas
  const { seats } = playback
  const { columns, cell, perCell } = layOutSeats({ seats, width, height, smallest: 1, largest: height })
  const side = Math.max(1, cell - Math.max(cell > 2 ? 1 : 0, Math.round(cell * 0.2)))
  const frame = frameAt(playback, day)
  const states = Uint8Array.from({ length: seats }, (_, seat) =>
    view === 'truth' ? (frame[seat * FRAME_BYTES] ?? 0) : stateSeen(playback, day, seat, view),
  )
  ink.clearRect(0, 0, width, height)
  SEAT_STATES.forEach((state, number) => {
    if (state === 'empty') return
    const isGone = state === 'gone'
    ink.fillStyle = isGone ? palette.vacant : palette.states[state]
    const size = isGone ? Math.max(1, Math.floor(side / 3)) : side
    const inset = Math.floor((side - size) / 2)
    // Where there are more seats than room, one in ten speaks for its neighbours.
    for (let seat = 0; seat < seats; seat += perCell) {
      if (states[seat] !== number) continue
      const at = seat / perCell
      ink.fillRect((at % columns) * cell + inset, Math.floor(at / columns) * cell + inset, size, size)
    }
  })
}
