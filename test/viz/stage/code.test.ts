import { describe, expect, it } from 'vitest'
import { FRAME, FRAME_BUYER, FRAME_BYTES, FRAME_MEETING, FRAME_MET } from '../../../sim/index.ts'
import type { SeatState } from '../../../sim/index.ts'
import { coderOf, glyphOf, majorityOf } from '../../../viz/stage/code.ts'
import type { ColourBy, WallLook } from '../../../viz/stage/look.ts'
import { PALETTES } from '../../../viz/stage/palette.ts'
import type { Detail } from '../../../viz/stage/seats.ts'
import type { View } from '../../../viz/player/frames.ts'
import { playbackWith } from '../playback.ts'

const HATCH = 'hatched'
const palette = PALETTES.light

interface Given {
  readonly state?: SeatState
  readonly flags?: number
  readonly view?: View
  readonly colourBy?: ColourBy
  readonly detail?: Detail
  readonly chosen?: Uint8Array | null
  readonly trust?: number
}

function codeFor(given: Given) {
  const { state = 'active', flags = 0, view = 'truth', colourBy = 'state', detail = 'named' } = given
  const playback = playbackWith({ state, flags, joined: 0, days: 9 })
  playback.frames[9 * FRAME_BYTES + FRAME.trust] = given.trust ?? 0
  const look: WallLook = { palette, view, colourBy }
  return { look, code: coderOf(playback, 9, { look, detail, chosen: given.chosen ?? null })(0) }
}

function drawn(given: Given) {
  const { look, code } = codeFor(given)
  return glyphOf(code, look, HATCH)
}

describe('what is drawn of a seat', () => {
  it('is its state in the colour of the state', () =>
    expect(drawn({ state: 'buyer' })).toMatchObject({ state: 'buyer', fill: null, notch: null }))
  it('keeps the shape of a muted buyer', () =>
    expect(drawn({ state: 'muted', flags: FRAME_BUYER })).toMatchObject({ state: 'muted', notch: 'buyer' }))
  it('has the colour of its score where colours stand for one', () => {
    expect(drawn({ colourBy: 'trust', trust: 0 }).fill).toBe(palette.ramps.trust[0])
    expect(drawn({ colourBy: 'trust', trust: 255 }).fill).toBe(palette.ramps.trust.at(-1))
  })
  it('is hatched where an owner cannot see the score', () =>
    expect(drawn({ colourBy: 'trust', trust: 200, view: 'owner' }).fill).toBe(HATCH))
  it('tells an owner no trust by the length of an arc', () =>
    expect(drawn({ trust: 200, view: 'owner' }).trust).toBe(0))
  it('has no arc of trust around the bars of those who no longer listen', () => {
    expect(drawn({ trust: 200 }).trust).toBeGreaterThan(0)
    expect(drawn({ state: 'muted', trust: 200 }).trust).toBe(0)
    expect(drawn({ state: 'zombie', trust: 200 }).trust).toBe(0)
  })
  it('stays an outline for who has left, whatever colours stand for', () =>
    expect(drawn({ state: 'gone', colourBy: 'spending' })).toMatchObject({ state: 'gone' }))
  it('has a tick on the day of a meeting, and a dot for good', () => {
    expect(drawn({ flags: FRAME_MET | FRAME_MEETING }).meeting).toBe('today')
    expect(drawn({ flags: FRAME_MET }).meeting).toBe('earlier')
    expect(drawn({}).meeting).toBeNull()
  })
  it('does not change with what is too small to be drawn', () => {
    const small = { detail: 'square', flags: FRAME_MET } as const
    expect(codeFor({ ...small, trust: 10 }).code).toBe(codeFor({ detail: 'square', trust: 250 }).code)
  })
  it('stands out when chosen, and steps back when others are', () => {
    expect(drawn({ chosen: Uint8Array.of(1) })).toMatchObject({ chosen: true, dimmed: false })
    expect(drawn({ chosen: Uint8Array.of(0) })).toMatchObject({ chosen: false, dimmed: true })
    expect(drawn({ chosen: Uint8Array.of(0), state: 'empty' }).dimmed).toBe(false)
  })
})

describe('a cell that stands for ten', () => {
  const { look, code: active } = codeFor({ detail: 'square' })
  const { code: muted } = codeFor({ detail: 'square', state: 'muted' })
  it('shows the state of most of them', () =>
    expect(glyphOf(majorityOf([active, muted, muted]), look, HATCH).state).toBe('muted'))
  it('shows their mean score', () => {
    const of = (trust: number) => codeFor({ detail: 'square', colourBy: 'trust', trust })
    const { look: byTrust } = of(0)
    const mean = majorityOf([of(0).code, of(255).code])
    expect(glyphOf(mean, byTrust, HATCH).fill).toBe(palette.ramps.trust[3])
  })
})
