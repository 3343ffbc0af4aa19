import { describe, expect, it } from 'vitest'
import { outcomeOf, resolveScenario, seedOfRun } from '../../../sim/index.ts'
import { createKnownRuns, firstMissing } from '../../../viz/outcomes/known-runs.ts'
import { RUNS } from '../../../viz/outcomes/reruns.ts'
import { scenarioWith } from '../playback.ts'

const scenario = resolveScenario(scenarioWith({ days: 10 }), 'short', () => undefined)
const branch = { scenario, forks: [{ at: 3, edits: [{ path: 'plan[0].ads.perDay', value: 9 }] }] }
const result = outcomeOf(scenario, seedOfRun('S', 2))

describe('what is known of reruns', () => {
  it('is nothing at first, and then what was done, for whoever asks about the same plan', () => {
    let news = 0
    const known = createKnownRuns(() => (news += 1))
    expect(known.of({ scenario }, 'S')).toEqual(new Array(RUNS).fill(null))
    known.note({ scenario, forks: [] }, 'S', { run: 2, result })
    const same = structuredClone(scenario)
    expect(
      known
        .of({ scenario: same }, 'S')
        .map((each) => each !== null)
        .indexOf(true),
    ).toBe(2)
    expect(known.of({ scenario: same }, 'S')[2]).toEqual(result)
    expect(news).toBe(1)
  })

  it('is kept apart by seed and by forks', () => {
    const known = createKnownRuns()
    known.note({ scenario }, 'S', { run: 2, result })
    expect(known.of({ scenario }, 'T')[2]).toBeNull()
    expect(known.of(branch, 'S')[2]).toBeNull()
  })

  it('is never changed under the hands of who holds it', () => {
    const known = createKnownRuns()
    const before = known.of({ scenario }, 'S')
    known.note({ scenario }, 'S', { run: 2, result })
    expect(before[2]).toBeNull()
  })

  it('is forgotten from the plan on that nothing was heard of for longest', () => {
    const known = createKnownRuns()
    for (let seed = 0; seed <= 40; seed++) {
      known.note({ scenario }, '0', { run: 3, result })
      known.note({ scenario }, String(seed), { run: 2, result })
    }
    expect(known.of({ scenario }, '0')[2]).toEqual(result)
    expect(known.of({ scenario }, '1')[2]).toBeNull()
    expect(known.of({ scenario }, '2')[2]).toEqual(result)
  })
})

describe('the first run that is missing', () => {
  it('is that which nobody did, or which broke', () => {
    expect(firstMissing([])).toBe(RUNS)
    expect(firstMissing([result, null])).toBe(1)
    expect(firstMissing([result, result, { seed: 'S/2', failure: 'out of memory' }])).toBe(2)
  })
})
