import { describe, expect, it } from 'vitest'
import { FRAME_BYTES } from '../../../sim/index.ts'
import { frameAt } from '../../../viz/player/frames.ts'
import { KEYFRAME_MS, frameOnStep, thin } from '../../../viz/start/keyframes.ts'
import { playbackOf } from '../playback.ts'

describe('a story in few frames', () => {
  it('goes from the evening of the first day to that of the last, evenly', () => {
    const whole = playbackOf({})
    const story = thin(whole, 4)
    expect(story.days).toBe(3)
    expect([0, 1, 2, 3].map((at) => frameAt(story, at))).toEqual(
      [1, 14, 27, 40].map((day) => frameAt(whole, day)),
    )
    expect(story.frames).toHaveLength(4 * whole.seats * FRAME_BYTES)
  })
  it('of a single day is that day', () => {
    const whole = playbackOf({ days: 1 })
    expect(frameAt(thin(whole, 3), 0)).toEqual(frameAt(whole, 1))
  })
})

describe('a loop', () => {
  const frames = Array.from({ length: 24 }, (_, step) => frameOnStep(step))
  it('rests on its last frame before it begins anew, after six seconds', () => {
    expect(frames.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, at) => at))
    expect(frames.slice(20)).toEqual([19, 19, 19, 19])
    expect(frameOnStep(24)).toBe(0)
    expect(24 * KEYFRAME_MS).toBe(6000)
  })
})
