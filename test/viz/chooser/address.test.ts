import { describe, expect, it } from 'vitest'
import { addressWith } from '../../../viz/chooser/address.ts'

describe('the address with another scenario', () => {
  it('keeps seed, language and theme, and forgets the day', () =>
    expect(addressWith('?t=9&seed=7&l=en&theme=dark', { names: ['x', 'y'], at: 1, name: 'z' })).toBe(
      '?seed=7&l=en&theme=dark&a=x&b=z',
    ))
  it('puts a second one beside the only one', () =>
    expect(addressWith('?a=x', { names: ['x'], at: 1, name: 'z' })).toBe('?a=x&b=z'))
  it('leaves one alone where there is one', () =>
    expect(addressWith('?a=x&b=', { names: ['x'], at: 0, name: 'z' })).toBe('?a=z'))
})
