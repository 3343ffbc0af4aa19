import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetFiles, keepScenario, keyOf, recallFiles, recallScenarios } from '../../../viz/files/kept.ts'

/** As much room as a test wants, in characters. */
function storageOf(room: number) {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
}

const mine = (name: string, days = 30) => ({ name, body: { extends: 'rescue', days } })
const names = (): readonly string[] => recallScenarios().map(({ name }) => name)

let storage = storageOf(1e6)
beforeEach(() => {
  storage = storageOf(1e6)
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => vi.unstubAllGlobals())

describe('a scenario of the reader’s own', () => {
  it('is there on the next visit, in its newest version', async () => {
    expect(keepScenario(mine('a'))).toBe(true)
    keepScenario(mine('b'))
    keepScenario(mine('a', 60))
    expect(recallScenarios()).toEqual([mine('b'), mine('a', 60)])
    expect((await recallFiles()).scenarios).toEqual(recallScenarios())
  })

  it('drives out the oldest when there are too many, or no room is left', () => {
    for (let at = 0; at < 30; at++) keepScenario(mine(`s${at}`))
    expect(names()).toHaveLength(24)
    expect(names()[0]).toBe('s6')
    storage = storageOf(JSON.stringify([mine('s1'), mine('s2')]).length)
    vi.stubGlobal('localStorage', storage)
    for (const name of ['s1', 's2', 's3']) expect(keepScenario(mine(name))).toBe(true)
    expect(names()).toEqual(['s2', 's3'])
  })

  it('is not kept where the browser keeps nothing, and nothing breaks', async () => {
    vi.stubGlobal('localStorage', storageOf(0))
    expect(keepScenario(mine('a'))).toBe(false)
    vi.stubGlobal('localStorage', undefined)
    expect(keepScenario(mine('a'))).toBe(false)
    expect(await recallFiles()).toEqual({ scenarios: [], logs: [] })
  })

  it('is forgotten when the reader wants it', async () => {
    keepScenario(mine('a'))
    await forgetFiles()
    expect(storage.kept.size).toBe(0)
  })

  it('is passed over where somebody else wrote something there', () => {
    for (const text of ['{', '7', 'null', '[null, 3, {"name": 7}, {"name": "x"}]']) {
      storage.setItem('qunxiang.scenarios', text)
      expect(recallScenarios()).toEqual([])
    }
  })
})

describe('the key of a log', () => {
  it('tells two files of one name apart', () => {
    const file = { name: 'run.qlog', size: 1000, lastModified: 5 }
    expect(keyOf(file)).toBe(keyOf({ ...file }))
    expect(keyOf(file)).not.toBe(keyOf({ ...file, size: 1001 }))
    expect(keyOf(file)).not.toBe(keyOf({ ...file, lastModified: 6 }))
  })
})
