import { describe, expect, it } from 'vitest'
import { addOwn, freeName, gather, titleOf } from '../../../viz/player/library.ts'

const names = { 'zh-Hans': '甲', 'zh-Hant': '甲', en: 'One' }

describe('the bodies that an engine needs', () => {
  it('are those of a scenario and of all that it extends, fetched or at hand', async () => {
    const scenarios = {
      one: { name: names, load: () => Promise.resolve({ name: names, days: 3 }) },
      two: { extends: 'one' },
      other: { load: () => Promise.reject(new Error('nobody asked for it')) },
    }
    expect(await gather(scenarios, 'two')).toEqual({
      two: { extends: 'one' },
      one: { name: names, days: 3 },
    })
  })
  it('end where a name is unknown or leads back', async () => {
    const scenarios = { one: { extends: 'two' }, two: { extends: 'one' }, lost: { extends: 'toString' } }
    expect(Object.keys(await gather(scenarios, 'one'))).toEqual(['one', 'two'])
    expect(Object.keys(await gather(scenarios, 'lost'))).toEqual(['lost'])
  })
  it('that cannot be fetched are an error', () =>
    expect(gather({ one: { load: () => Promise.reject(new Error('gone')) } }, 'one')).rejects.toThrow('gone'))
})

describe('what a scenario is called', () => {
  const scenarios = { one: { name: names }, two: { extends: 'one' }, plain: { name: 'Mine' }, bare: {} }
  it.each([
    ['one', 'One'],
    ['two', 'One'],
    ['plain', 'Mine'],
    ['bare', 'bare'],
    ['nobody', 'nobody'],
  ])('%s is called %s', (name, title) => expect(titleOf({ scenarios }, name, 'en')).toBe(title))
})

describe('a file of the reader’s own', () => {
  const shipped = () => ({
    scenarios: { one: {}, 'two-2': {}, two: {} },
    names: ['one'],
    seed: '1',
    own: [],
    isGiven: false,
  })
  it('keeps its name, unless that is one of a shipped scenario, on which others build', () => {
    expect(freeName(shipped(), 'mine')).toBe('mine')
    expect(freeName(shipped(), 'one')).toBe('one-2')
    expect(freeName(shipped(), 'two')).toBe('two-3')
  })
  it('takes the place of its older version', () => {
    const library = shipped()
    addOwn(library, 'one-2', { name: 'First' })
    addOwn(library, 'mine', { name: 'Mine' })
    expect(freeName(library, 'one')).toBe('one-2')
    addOwn(library, 'one-2', { name: 'Second' })
    expect(titleOf(library, 'one-2', 'en')).toBe('Second')
    expect(library.own).toEqual(['mine', 'one-2'])
  })
})
