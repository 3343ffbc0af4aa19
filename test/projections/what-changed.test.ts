import { describe, expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import type { Fork } from '../../sim/engine/stages.ts'
import { isPresent } from '../../sim/model/world.ts'
import { accountOf } from '../../sim/projections/account.ts'
import { mainCause } from '../../sim/projections/counterfactual.ts'
import { compareFork } from '../../sim/projections/fork.ts'
import { whatChanged } from '../../sim/projections/what-changed.ts'
import { ScenarioError } from '../../sim/scenario/problem.ts'
import { crowd } from '../testing/arrange.ts'

const scenario = crowd({
  days: 30,
  founders: 120,
  plan: [{ from: 0, content: { perDay: 1, quality: 0.7 }, answers: 0.5, ads: { perDay: 6 } }],
  model: { leaveFatigue: 0.05, leaveLabel: 0.02 },
})
const noAds: Fork = { at: 10, edits: [{ path: 'plan[0].ads.perDay', value: 0 }] }
const moreAds: Fork = { at: 12, edits: [{ path: 'plan[0].ads.perDay', value: 20 }] }
const answers: Fork = { at: 20, edits: [{ path: 'plan[0].answers', value: 1 }] }
const told = whatChanged(scenario, '1', { parent: [], branch: [noAds] })

describe('what changed from a run to its branch', () => {
  it('is in facts what the fork command says', () => {
    const { vanished, appeared, changed, firstDifference } = compareFork('x', scenario, '1', noAds)
    expect(told).toMatchObject({ days: 30, vanished, appeared, changed })
    expect(told.firstDifference?.day).toBe(firstDifference?.day)
    const sum = (part: 'vanished' | 'appeared' | 'changed') =>
      told.kinds.reduce((total, kind) => total + kind[part], 0)
    expect([sum('vanished'), sum('appeared'), sum('changed')]).toEqual([vanished, appeared, changed])
  })

  it('begins with the edit, and not with what follows from it', () => {
    const first = { day: 10, person: null, kind: 'ad-posted' }
    expect(told.firstDifference).toEqual({ ...first, differs: 'vanished' })
    const more = whatChanged(scenario, '1', { parent: [], branch: [moreAds] })
    expect(more.firstDifference).toEqual({ ...first, day: 12, differs: 'appeared' })
    const softer = { at: 11, edits: [{ path: 'plan[0].ads.soft', value: 1 }] }
    const soft = whatChanged(scenario, '1', { parent: [], branch: [softer] })
    expect(soft.firstDifference).toEqual({ ...first, day: 11, differs: 'changed' })
  })

  it('names the kinds of which most vanished or appeared first', () => {
    const sizes = told.kinds.map(({ vanished, appeared }) => vanished + appeared)
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one))
    expect(told.kinds.find(({ kind }) => kind === 'ad-posted')).toEqual({
      ...{ kind: 'ad-posted', vanished: 120, appeared: 0, changed: 0 },
    })
  })

  it('tells of everybody whose fate differs what her account tells, and of nobody else', () => {
    expect(told.fates.length).toBeGreaterThan(10)
    const differing = new Set(told.fates.map(({ person }) => person))
    for (let person = 0; person < 1000; person += differing.has(person) ? 1 : 97) {
      const [before, after] = [[], [noAds]].map((forks) => accountOf(scenario, '1', person, { forks }))
      const outcomes = [before, after].map((account) => account?.outcome ?? 'never-joined')
      const days = [before, after].map((account) => account?.day ?? null)
      const fates = told.fates.find((fate) => fate.person === person)
      if (fates === undefined) {
        expect(outcomes[0]).toBe(outcomes[1])
        continue
      }
      expect([fates.parent.outcome, fates.branch.outcome]).toEqual(outcomes)
      expect([fates.parent.day, fates.branch.day]).toEqual(days)
      if (before?.outcome === 'left') expect(fates.parent.cause).toBe(mainCause(before.shares))
    }
  })

  it('counts who stayed and who left, each with the causes where they left', () => {
    const goneIn = (forks: readonly Fork[]): number => {
      const { world } = run(scenario, '1', { forks })
      return Array.from({ length: world.seats }, (_, seat) => seat).filter((seat) => !isPresent(world, seat))
        .length
    }
    const moved = (from: string, to: string): number =>
      told.changes.find((change) => change.from === from && change.to === to)?.people ?? 0
    const elsewhere = moved('left', 'never-joined') - moved('never-joined', 'left')
    expect(goneIn([]) - goneIn([noAds])).toBe(told.stayed.people - told.left.people + elsewhere)
    expect(told.stayed.people).toBeGreaterThan(told.left.people)
    expect(told.stayed.causes[0]?.cause).toBe('hard-ads')
    for (const { people, causes } of [told.stayed, told.left]) {
      expect(causes.reduce((sum, cause) => sum + cause.people, 0)).toBe(people)
    }
    expect(told.changes.reduce((sum, { people }) => sum + people, 0)).toBe(told.fates.length)
    const changed = told.changes.filter(({ from, to }) => from === 'left' && to !== 'left')
    expect(changed.reduce((sum, { people }) => sum + people, 0)).toBe(told.stayed.people)
  })

  it('turned round, is the same the other way round', () => {
    const back = whatChanged(scenario, '1', { parent: [noAds], branch: [] })
    expect(back).toMatchObject({ vanished: told.appeared, appeared: told.vanished, changed: told.changed })
    expect(back.stayed).toEqual(told.left)
    expect(back.fates).toEqual(
      told.fates.map(({ person, parent, branch }) => ({ person, parent: branch, branch: parent })),
    )
  })
})

describe('what changed between two branches', () => {
  it('begins where they part, not where they left the run', () => {
    const between = whatChanged(scenario, '1', { parent: [noAds], branch: [noAds, answers] })
    expect(between.firstDifference?.day).toBe(20)
    expect(between.kinds.map(({ kind }) => kind)).not.toContain('fork-opened')
  })

  it('is nothing where they are the same', () => {
    const same = whatChanged(scenario, '1', { parent: [noAds], branch: [noAds, { at: 20, edits: [] }] })
    expect(same).toEqual({
      ...{ days: 30, firstDifference: null, vanished: 0, appeared: 0, changed: 0, kinds: [] },
      ...{ fates: [], changes: [], person: null },
      ...{ stayed: { people: 0, causes: [] }, left: { people: 0, causes: [] } },
    })
  })
})

describe('somebody who is asked about', () => {
  it('is told of even where nothing becomes of her', () => {
    const stays = Array.from({ length: 1000 }, (_, person) => person).find(
      (person) => accountOf(scenario, '1', person)?.outcome === 'left',
    ) as number
    const { person } = whatChanged(scenario, '1', { parent: [], branch: [], person: stays })
    const fate = { outcome: 'left', day: accountOf(scenario, '1', stays)?.day, cause: person?.parent.cause }
    expect(person).toEqual({ person: stays, parent: fate, branch: fate })
    expect(person?.parent.cause).not.toBeNull()
  })
})

describe('the comparison', () => {
  it('tells each day that both histories have done, and is the same for it', () => {
    const days: number[][] = []
    const onDay = (done: number, of: number): void => void days.push([done, of])
    expect(whatChanged(scenario, '1', { parent: [], branch: [noAds], onDay })).toEqual(told)
    expect(days).toEqual(Array.from({ length: 30 }, (_, day) => [day + 1, 30]))
  })

  it('can be stopped, and is then of the days done', () => {
    const onDay = (done: number): boolean => done < 5
    const early = whatChanged(scenario, '1', { parent: [], branch: [noAds], onDay })
    expect(early).toMatchObject({ days: 5, firstDifference: null, fates: [] })
  })

  it('refuses forks that do not hold, of either history', () => {
    const wrong: Fork = { at: 99, edits: [] }
    expect(() => whatChanged(scenario, '1', { parent: [wrong], branch: [] })).toThrow(ScenarioError)
    expect(() => whatChanged(scenario, '1', { parent: [], branch: [wrong] })).toThrow(ScenarioError)
  })
})
