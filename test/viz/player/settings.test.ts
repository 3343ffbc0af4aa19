import { describe, expect, it } from 'vitest'
import { USUAL, createSettings, readSettings } from '../../../viz/player/settings.ts'
import type { Settings } from '../../../viz/player/settings.ts'

function storeOver(kept: Record<string, string> = {}, systemIsCalm = false) {
  const store = createSettings({
    recall: (key) => kept[key] ?? null,
    remember: (key, value) => void (kept[key] = value),
    systemIsCalm: () => systemIsCalm,
  })
  return { store, kept }
}

describe('the settings', () => {
  it('are the usual ones on a first visit', () => expect(storeOver().store.get()).toEqual(USUAL))

  it('survive a visit', () => {
    const { store, kept } = storeOver()
    const chosen: Settings = {
      locale: 'en',
      theme: 'dark',
      motion: 'less',
      textSize: 130,
      contrast: 'more',
      keys: false,
      hold: false,
    }
    store.set(chosen)
    expect(storeOver(kept).store.get()).toEqual(chosen)
  })

  it('fall back one by one where what was kept is none of their values', () => {
    const kept =
      '{"locale":"fr","theme":"dark","motion":3,"textSize":"115","contrast":null,"keys":"yes","hold":false}'
    expect(readSettings(kept)).toEqual({ ...USUAL, theme: 'dark', hold: false })
    for (const broken of ['', '{', 'null', '[]', '7', '"dark"']) expect(readSettings(broken)).toEqual(USUAL)
  })

  it('are found where language and theme stood before there were settings', () => {
    expect(storeOver({ locale: 'zh-Hant', theme: 'dark' }).store.get()).toEqual({
      ...USUAL,
      locale: 'zh-Hant',
      theme: 'dark',
    })
    const { store } = storeOver({ locale: 'zh-Hant', settings: '{"locale":"en"}' })
    expect(store.get().locale).toBe('en')
  })

  it('tell who listens, once a change, until they stop listening', () => {
    const { store } = storeOver()
    const heard: (readonly [string, string])[] = []
    const stop = store.subscribe((settings, before) => void heard.push([before.theme, settings.theme]))
    store.set({ theme: 'dark' })
    store.set({ theme: 'dark' })
    stop()
    store.set({ theme: 'light' })
    expect(heard).toEqual([['system', 'dark']])
  })

  it('decide about calm before the system does', () => {
    for (const system of [true, false]) {
      const { store } = storeOver({}, system)
      expect(store.isCalm()).toBe(system)
      store.set({ motion: 'less' })
      expect(store.isCalm()).toBe(true)
      store.set({ motion: 'full' })
      expect(store.isCalm()).toBe(false)
    }
  })
})
