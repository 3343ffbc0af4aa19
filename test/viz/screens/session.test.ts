import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keepSession, recallSession, sessionKey } from '../../../viz/screens/session.ts'

let kept = new Map<string, string>()
beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})

const key = sessionKey(['ads'], '1')
const sides = [
  { letter: 'A', name: 'ads', forks: [], parent: null, log: null },
  {
    letter: 'B',
    name: 'ads',
    forks: [{ at: 3, edits: [{ path: 'plan[0].ads.perDay', value: 0 }] }],
    parent: 'A',
    log: null,
  },
]

describe('what a reload does not lose', () => {
  it('is there again, for the same scenarios and the same seed', () => {
    keepSession({ key, sides, focused: 'B' })
    expect(recallSession(key)).toEqual({ key, sides, focused: 'B' })
  })
  it('says nothing of other scenarios or another seed', () => {
    keepSession({ key, sides, focused: 'B' })
    expect(recallSession(sessionKey(['ads', 'pain'], '1'))).toBeNull()
    expect(recallSession(sessionKey(['ads'], '2'))).toBeNull()
  })
  it.each(['', 'x', '[]', '{}', `{"key":${JSON.stringify(key)},"focused":"A","sides":[{"letter":1}]}`])(
    'is nothing where it is broken: %s',
    (text) => {
      kept.set('qunxiang.session', text)
      expect(recallSession(key)).toBeNull()
    },
  )
  it('costs no more than the branches where nothing may be kept', () => {
    vi.stubGlobal('sessionStorage', {
      getItem: () => {
        throw new Error('refused')
      },
      setItem: () => {
        throw new Error('refused')
      },
    })
    expect(() => keepSession({ key, sides, focused: 'A' })).not.toThrow()
    expect(recallSession(key)).toBeNull()
  })
})
