import { describe, expect, it } from 'vitest'
import { buffersOf } from '../../../viz/player/transfer.ts'
import { playbackOf } from '../playback.ts'

/** The buffers of all arrays in a value, however deep. */
function allBuffers(value: unknown): unknown[] {
  if (ArrayBuffer.isView(value)) return [value.buffer]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allBuffers) : []
}

describe('a playback on its way to the page', () => {
  const playback = playbackOf({})
  it('hands over every array that it has, each once', () => {
    const handed = buffersOf(playback)
    expect(new Set(handed)).toEqual(new Set(allBuffers(playback)))
    expect(handed).toHaveLength(new Set(handed).size)
  })
})
