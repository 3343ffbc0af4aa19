import { describe, expect, it } from 'vitest'
import { readQuery } from '../../viz/query.ts'

describe('the address of the page', () => {
  it('may say nothing', () =>
    expect(readQuery('')).toEqual({
      names: null,
      seed: null,
      day: 0,
      locale: null,
      theme: null,
      screen: null,
    }))
  it('names scenarios, seed, day, language, theme and screen', () =>
    expect(readQuery('?a=x&b=y&c=z&seed=7&t=30&l=en&theme=dark&m=log')).toEqual({
      names: ['x', 'y', 'z'],
      seed: '7',
      day: 30,
      locale: 'en',
      theme: 'dark',
      screen: 'log',
    }))
  it('shows one wall for one name', () => expect(readQuery('?a=x&b=').names).toEqual(['x']))
  it('forgives what it does not know', () =>
    expect(readQuery('?t=soon&l=fr&theme=pink&m=cinema&from=singlemessage')).toEqual(readQuery('')))
})
