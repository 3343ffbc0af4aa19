import type { Playback } from '../../sim/index.ts'

/** The big arrays of a playback: they change hands between worker and page instead of being copied. */
export function buffersOf(playback: Playback): ArrayBuffer[] {
  const arrays = [
    playback.frames,
    playback.person,
    playback.joinedDay,
    playback.group,
    ...Object.values(playback.departures),
    ...Object.values(playback.mutes),
    playback.stateCounts,
    ...Object.values(playback.series),
    ...Object.values(playback.activity),
  ]
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))]
}
