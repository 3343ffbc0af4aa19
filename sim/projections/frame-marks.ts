import { KIND } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'
import type { World } from '../model/world.ts'
import { FRAME, FRAME_BYTES, FRAME_MEETING, FRAME_ON_TOPIC } from './frames.ts'

// Apart from frames.ts: the page reads frames, and should not have to load what all kinds of facts are called.

/**
 * Marks in a frame what the world does not keep of the day that has just ended: who was at a meeting, and who said
 * something on topic. Its facts stand at positions from ≤ at < to.
 */
export function markDay(frame: Uint8Array, world: World, rows: Rows, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const bit = bitOf(rows, at)
    const seat = bit === 0 ? -1 : (world.seatOf[rows.actor[at] as number] ?? -1)
    if (seat >= 0) frame[seat * FRAME_BYTES + FRAME.flags]! |= bit
  }
}

function bitOf(rows: Rows, at: number): number {
  switch (rows.kind[at]) {
    case KIND['meeting-attended']:
      return FRAME_MEETING
    case KIND['message-posted']:
    case KIND['reply-given']:
      return (rows.value[at] as number) > 0 ? FRAME_ON_TOPIC : 0
    default:
      return 0
  }
}
