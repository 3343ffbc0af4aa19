import { describe, expect, it } from 'vitest'
import { crowd } from '../testing/arrange.ts'
import { run } from '../../sim/engine/run.ts'
import { factsOf, ofKind, type Fact } from '../../sim/testing/facts.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const scenario = smallScenario({ days: 8 })

describe('a run', () => {
  it('ends after as many days as its scenario has', () => {
    const { world, rows } = run(scenario, '1', { keepsRows: true })
    expect(world.day).toBe(8)
    expect(ofKind(factsOf(rows), 'day-closed')).toHaveLength(8)
  })

  it('forgets the facts of a day that was seen, and counts on', () => {
    const { rows } = run(scenario, '1')
    const kept = run(scenario, '1', { keepsRows: true }).rows
    expect(rows.count).toBe(0)
    expect(rows.base).toBe(kept.count)
    expect(kept.base).toBe(0)
  })

  it('shows every observer each day when it is over, all of its facts and no others', () => {
    const days: number[] = []
    const seen: Fact[] = []
    const other: number[] = []
    run(scenario, '1', {
      observers: [
        (world, rows, from, to) => {
          days.push(world.day)
          seen.push(...factsOf(rows, from, to))
          expect(to).toBe(rows.count)
        },
        (world) => other.push(world.day),
      ],
    })
    expect(days).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(other).toEqual(days)
    expect(seen).toEqual(factsOf(run(scenario, '1', { keepsRows: true }).rows))
  })

  it('gives observers the same positions when it keeps everything', () => {
    const ends: (readonly [number, number])[] = []
    const { rows } = run(scenario, '1', {
      keepsRows: true,
      observers: [(_world, _rows, from, to) => ends.push([from, to])],
    })
    expect(ends[0]?.[0]).toBe(0)
    ends.slice(1).forEach(([from], day) => expect(from).toBe(ends[day]?.[1]))
    expect(ends.at(-1)?.[1]).toBe(rows.count)
  })

  it('stops after the day on which it is told to', () => {
    const done: number[] = []
    const { world } = run(scenario, '1', {
      onDay: (daysDone) => {
        done.push(daysDone)
        return daysDone < 3
      },
    })
    expect(done).toEqual([1, 2, 3])
    expect(world.day).toBe(3)
  })

  it('goes on when it is told nothing', () => {
    const done: number[] = []
    run(scenario, '1', { onDay: (daysDone) => void done.push(daysDone) })
    expect(done).toHaveLength(8)
  })

  it('is another for another seed, and the same for the same seed written otherwise', () => {
    const factsWith = (seed: string) => factsOf(run(scenario, seed, { keepsRows: true }).rows)
    expect(factsWith('2')).not.toEqual(factsWith('1'))
    expect(factsWith('e\u0301')).toEqual(factsWith('\u00e9'))
  })

  it('with a luck happens to the same people otherwise, and keeps no facts', () => {
    const town = crowd({ days: 8 })
    const [own, lucky] = [run(town, '1'), run(town, '1', { luck: 'another' })]
    expect(lucky.slots).toEqual(own.slots)
    expect(lucky.world.marks).not.toEqual(own.world.marks)
    expect(() => run(town, '1', { luck: 'another', keepsRows: true })).toThrow('must keep no facts')
  })

  it('keeps its facts in no more than four times the room that they need, once there are many', () => {
    const { rows } = run(crowd({ days: 40 }), '1', { keepsRows: true })
    expect(rows.count).toBeGreaterThan(4096)
    expect(rows.kind.length).toBeLessThanOrEqual(rows.count * 4)
  })
})
