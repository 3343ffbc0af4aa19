import { describe, expect, it } from 'vitest'
import { accountOf, resolveScenario, run } from '../../../sim/index.ts'
import { createTeller, endingBy, ledgerSums } from '../../../viz/account/story.ts'
import type { Story } from '../../../viz/account/story.ts'
import { scenarioWith } from '../playback.ts'

const scenario = resolveScenario(
  scenarioWith({ days: 60, founders: 60, plan: [{ from: 0, ads: { perDay: 6 } }] }),
  'ads',
  () => undefined,
)

function storyOf(person: number): Story | null {
  const teller = createTeller(person)
  run(scenario, '1', { observers: [teller.observe] })
  return teller.finish()
}

const stories = Array.from({ length: 120 }, (_, person) => person).flatMap((person) => storyOf(person) ?? [])
const ended = stories.filter(({ endings }) => endings.length > 0)

describe('the story of a member', () => {
  it('has the account that the engine gives', () => {
    const story = ended[0]
    if (!story) throw new Error('somebody must mute or leave')
    expect(story.account).toEqual(accountOf(scenario, '1', story.account.person))
  })

  it('is none for somebody who never joined', () => {
    const joined = new Set(stories.map(({ account }) => account.person))
    const stranger = Array.from({ length: 500 }, (_, person) => person).find((person) => {
      return !joined.has(person) && storyOf(person) === null
    })
    expect(stranger).toBeDefined()
  })

  it('divides every ending to causes, the largest first, adding up to 1', () => {
    expect(ended.length).toBeGreaterThan(5)
    for (const { shares } of ended.flatMap(({ endings }) => endings)) {
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5)
      expect(shares.map(({ share }) => share)).toEqual(
        shares.map(({ share }) => share).sort((one, other) => other - one),
      )
    }
  })

  it('ends as the account does', () => {
    for (const { account, endings } of ended) {
      const last = endings.at(-1)
      if (account.outcome !== 'left' && account.outcome !== 'muted') continue
      expect(last).toMatchObject({ kind: account.outcome, day: account.day })
      expect(Object.fromEntries(last?.shares.map(({ cause, share }) => [cause, share]) ?? [])).toEqual(
        account.shares,
      )
    }
  })

  it('counts her among those to whom the same has happened, in order of days', () => {
    for (const { account, endings } of ended) {
      for (const { peers } of endings) {
        expect(peers.filter(({ person }) => person === account.person)).toHaveLength(1)
        expect(peers.map(({ day }) => day)).toEqual(peers.map(({ day }) => day).sort((a, b) => a - b))
      }
    }
  })

  it('knows no ending before it has happened', () => {
    const [story] = ended
    const day = story?.endings[0]?.day ?? -1
    if (!story) throw new Error('somebody must mute or leave')
    expect(endingBy(story, day)).toBeNull()
    expect(endingBy(story, day + 1)).toBe(story.endings[0])
  })

  it('has a ledger that adds up to what is stored on every day', () => {
    const [story] = ended
    if (!story) throw new Error('somebody must mute or leave')
    for (const day of [0, 1, 7, 30, 60]) {
      const trust = ledgerSums(story, day).reduce((sum, { sums }) => sum + (sums['trust'] ?? 0), 0)
      expect(trust).toBeCloseTo(story.account.series.trust[day] ?? 0, 4)
    }
  })
})
