import { describe, expect, it } from 'vitest'
import { ACTIVITY_KINDS } from '../../../sim/index.ts'
import { PALETTES, RAMP_STEPS, RAMPS } from '../../../viz/stage/palette.ts'
import { SIGHTS, contrast, difference, lightness } from '../colour.ts'

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

  it('has a colour for whatever goes on in a group', () =>
    expect(Object.keys(palette.messages)).toEqual([...ACTIVITY_KINDS]))

  it('keeps text legible', () => {
    for (const colour of [palette.text, palette.secondary, palette.link]) {
      for (const ground of [palette.page, palette.panel]) {
        expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(TEXT_CONTRAST)
      }
    }
  })

  it('shows the mark of those who have met', () => {
    for (const ground of [palette.page, palette.panel]) {
      expect(contrast(palette.messages.meetings, ground)).toBeGreaterThanOrEqual(GLYPH_CONTRAST)
    }
  })

  describe.each(RAMPS)('the ramp of %s', (name) => {
    const ramp = palette.ramps[name]

    it('has as many steps as scores are put into', () => expect(ramp).toHaveLength(RAMP_STEPS))
    it('shows every step on page and panel: whoever is there can be seen', () => {
      for (const colour of ramp) {
        for (const ground of [palette.page, palette.panel]) {
          expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(GLYPH_CONTRAST)
        }
      }
    })
    it('moves away from the page in lightness, step by step', () => {
      const away = theme === 'light' ? -1 : 1
      const steps = ramp.map((colour) => away * lightness(colour))
      for (const [at, step] of steps.slice(1).entries()) expect(step - (steps[at] ?? 0)).toBeGreaterThan(4)
    })
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
