import { describe, expect, it } from 'vitest'
import { compareOutcomes, tableOf, type Outcome } from '../../bin/engine-table.mjs'

const RUNS = [
  { scenario: 'rain', seed: '1', days: 3, chain: ['a0', 'a1', 'a2'], events: 9 },
  { scenario: 'rain', seed: '7', days: 3, chain: ['b0', 'b1', 'b2'], events: 8 },
  { scenario: 'sun', seed: '1', days: 2, chain: ['c0', 'c1'], events: 7 },
]

function outcome(title: string, change: Partial<Outcome> = {}): Outcome {
  return { title, version: '1.0', seconds: 1.25, certificate: { runs: RUNS }, ...change }
}

/** The runs with another chain for the second of them. */
function runsWith(chain: readonly string[]): NonNullable<Outcome['certificate']> {
  return { runs: RUNS.map((run, index) => (index === 1 ? { ...run, chain } : run)) }
}

describe('engines that agree', () => {
  const comparison = compareOutcomes([outcome('one'), outcome('two'), outcome('three')])

  it('leave nothing to say', () => {
    expect(comparison.failures).toEqual([])
  })

  it('stand in one table, with each digest once', () => {
    expect(tableOf(comparison)).toBe(
      [
        '| scenario | seed | digest in one 1.0 | two 1.0 | three 1.0 |',
        '| --- | --- | --- | --- | --- |',
        '| rain | `1` | `a2` | same | same |',
        '| rain | `7` | `b2` | same | same |',
        '| sun | `1` | `c1` | same | same |',
        '| **seconds** |  | 1.3 | 1.3 | 1.3 |',
      ].join('\n'),
    )
  })
})

describe('a planted difference', () => {
  const differs = outcome('two', { certificate: runsWith(['b0', 'x1', 'x2']) })
  const comparison = compareOutcomes([outcome('one'), differs, outcome('three')])

  it('is named with its scenario, its seed, its engine and the first day of it', () => {
    expect(comparison.failures).toEqual([
      'rain with the seed 7 in two 1.0 must have the digest b1 after day 1, got x1',
    ])
  })

  it('shows in its own cell and in no other', () => {
    expect(tableOf(comparison)).toContain('| rain | `7` | `b2` | **`x2`** from day 1 | same |')
    expect(tableOf(comparison).match(/\*\*`/g)).toHaveLength(1)
  })
})

describe('an engine that', () => {
  const failuresOf = (other: Outcome) => compareOutcomes([outcome('one'), other]).failures

  it('fails is a failure, and its column says so', () => {
    const comparison = compareOutcomes([
      outcome('one'),
      { title: 'two', version: '1.0', seconds: 0, problem: 'must end well, got 3: SyntaxError' },
    ])
    expect(comparison.failures).toEqual(['two 1.0 must end well, got 3: SyntaxError'])
    expect(tableOf(comparison)).toContain('| sun | `1` | `c1` | **failed** |')
  })

  it('leaves a run out is a failure', () => {
    expect(failuresOf(outcome('two', { certificate: { runs: RUNS.slice(0, 2) } }))).toEqual([
      'sun with the seed 1 in two 1.0 must be run, got nothing',
    ])
  })

  it('adds a run is a failure', () => {
    const [run] = RUNS
    const runs = [...RUNS, { ...run!, seed: '99' }]
    expect(failuresOf(outcome('two', { certificate: { runs } }))).toEqual([
      'rain with the seed 99 in two 1.0 must be among the runs of the first engine, got one more',
    ])
  })

  it('stops before the end is a failure', () => {
    expect(failuresOf(outcome('two', { certificate: runsWith(['b0', 'b1']) }))).toEqual([
      'rain with the seed 7 in two 1.0 must have 3 days, got 2',
    ])
  })

  it('was told to stop early is none, and its column says how far it went', () => {
    const runs = RUNS.map((run) => ({ ...run, chain: run.chain.slice(0, 2) }))
    const comparison = compareOutcomes([
      outcome('one'),
      outcome('two', { daysMax: 2, certificate: { runs } }),
    ])
    expect(comparison.failures).toEqual([])
    expect(tableOf(comparison)).toContain('| rain | `1` | `a2` | same, 2 days |')
    expect(tableOf(comparison)).toContain('| sun | `1` | `c1` | same |')
  })
})

it('a first engine that fails leaves nothing certified', () => {
  const first = { title: 'one', version: '1.0', seconds: 0, problem: 'must end well, got 1: TypeError' }
  const { failures } = compareOutcomes([first, outcome('two')])
  expect(failures[0]).toBe('one 1.0 must end well, got 1: TypeError')
  expect(failures).toHaveLength(1 + RUNS.length)
})
