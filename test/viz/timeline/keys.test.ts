import { describe, expect, it } from 'vitest'
import { KEYS, KEY_SECTIONS, actionOf } from '../../../viz/timeline/keys.ts'
import type { Actions, Press } from '../../../viz/timeline/keys.ts'
import { MESSAGES } from '../words.ts'

describe('the list of keys', () => {
  it('gives no key two meanings', () => {
    const all = KEYS.flatMap(({ on }) => Object.keys(on))
    expect(new Set(all).size).toBe(all.length)
  })
  it('explains each line in every language, no two alike', () => {
    for (const texts of Object.values(MESSAGES)) {
      const lines = KEYS.map(({ does }) => does(texts))
      expect(new Set(lines).size).toBe(KEYS.length)
      expect(lines).not.toContain('')
    }
  })
  it('names each section in every language, and leaves none empty', () => {
    for (const texts of Object.values(MESSAGES)) {
      for (const section of KEY_SECTIONS) expect(texts.keySections[section]).not.toBe('')
    }
    expect(new Set(KEYS.map(({ section }) => section)).size).toBe(KEY_SECTIONS.length)
  })
  it('shows the keys that it answers', () => {
    for (const { shown, on } of KEYS) {
      for (const name of Object.keys(on)) {
        const last = name.split('+').at(-1) ?? ''
        if (/^[a-z]$/.test(last)) expect(shown.join(' ')).toContain(last.toUpperCase())
      }
    }
  })
})

/** Names of what a press calls, with what. */
function asks(key: string, more: Partial<Press> = {}): string {
  const act = actionOf({
    key,
    shift: false,
    control: false,
    alt: false,
    on: 'page',
    scrolls: false,
    singleKeys: true,
    ...more,
  })
  let called = ''
  const actions = new Proxy({} as Actions, {
    get: (_, name) => (argument?: unknown) => {
      called = [String(name), ...(argument === undefined ? [] : [String(argument)])].join(' ')
    },
  })
  act?.(actions)
  return called
}

describe('a press', () => {
  it('of a letter is the same with Shift or Caps Lock', () => {
    expect(asks('f')).toBe('fork')
    expect(asks('F', { shift: true })).toBe('fork')
  })
  it('of an arrow goes a day, with Shift a week', () => {
    expect(asks('ArrowRight')).toBe('step 1')
    expect(asks('ArrowRight', { shift: true })).toBe('step 7')
  })
  it('of Ctrl+Z undoes, with Shift redoes, and does not reach the letter', () => {
    expect(asks('z', { control: true })).toBe('undo')
    expect(asks('Z', { control: true, shift: true })).toBe('redo')
    expect(asks('f', { control: true })).toBe('')
    expect(asks('k', { alt: true })).toBe('')
  })
  it('in a field belongs to the field', () => {
    for (const key of ['k', ' ', 'End', '?', 'Escape']) expect(asks(key, { on: 'field' })).toBe('')
    expect(asks('z', { on: 'field', control: true })).toBe('')
  })
  it('of Space on a button presses the button', () => {
    expect(asks(' ', { on: 'button' })).toBe('')
    expect(asks('k', { on: 'button' })).toBe('toggle')
  })
  it('of End scrolls a page that scrolls, but never the slider', () => {
    expect(asks('End', { scrolls: true })).toBe('')
    expect(asks('End', { scrolls: true, on: 'slider' })).toBe('end end')
    expect(asks('End')).toBe('end end')
    expect(asks('PageDown', { scrolls: true, on: 'slider' })).toBe('step 7')
  })
})

describe('with single keys switched off', () => {
  const off = { singleKeys: false }
  it('no character acts', () => {
    for (const key of ['k', 'f', '/', '?', ',', '[', '1']) expect(asks(key, off)).toBe('')
  })
  it('Space, Ctrl, Esc and the keys of the slider still do', () => {
    expect(asks(' ', off)).toBe('toggle')
    expect(asks('z', { ...off, control: true })).toBe('undo')
    expect(asks('Escape', off)).toBe('escape')
    expect(asks('ArrowLeft', { ...off, on: 'slider' })).toBe('step -1')
    expect(asks('Home', { ...off, on: 'slider' })).toBe('end start')
  })
})
