import { describe, expect, it } from 'vitest'
import { PALETTES } from '../../../viz/stage/palette.ts'
import { SIGHTS, contrast, difference } from '../colour.ts'

const GLYPH_CONTRAST = 3
const TEXT_CONTRAST = 4.5
const LEAST_DIFFERENCE = 14

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const palette = PALETTES[theme]
  const sets = { states: Object.entries(palette.states), messages: Object.entries(palette.messages) }

  it.each(['states', 'messages'] as const)('shows all %s on page and panel', (set) => {
    for (const [name, colour] of sets[set]) {
      for (const ground of [palette.page, palette.panel]) {
        expect(contrast(colour, ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(GLYPH_CONTRAST)
      }
    }
  })

  it('keeps text legible', () => {
    for (const colour of [palette.text, palette.secondary, palette.link]) {
      for (const ground of [palette.page, palette.panel]) {
        expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(TEXT_CONTRAST)
      }
    }
  })

  describe.each(SIGHTS)('with %s sight', (sight) => {
    it.each(['states', 'messages'] as const)('tells any two %s apart', (set) => {
      const colours = sets[set]
      for (const [at, [name, colour]] of colours.entries()) {
        for (const [other, unlike] of colours.slice(at + 1)) {
          const apart = difference(colour, unlike, sight)
          expect(apart, `${name} and ${other}`).toBeGreaterThanOrEqual(LEAST_DIFFERENCE)
        }
      }
    })
  })
})

describe('the arithmetic behind it', () => {
  it('gives black on white the contrast 21', () => expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21))
  it('finds no difference between a colour and itself', () =>
    expect(difference('#3A48DA', '#3A48DA', 'normal')).toBe(0))
})
