import { describe, expect, it } from 'vitest'
import { logHeader } from '../../sim/engine/header.ts'
import { run } from '../../sim/engine/run.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import { simulateDay } from '../../sim/engine/day.ts'
import { addLink, createChain, type Link } from '../../sim/events/chain.ts'
import { createWatcher, watchRun } from '../../sim/projections/watch.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const scenario = smallScenario({ days: 9 })
const watched = watchRun(scenario, '3')

describe('a watched run', () => {
  it('has the header of the run, and a link for each day', () => {
    expect(watched.header).toEqual(logHeader(scenario, '3'))
    expect(watched.links.map(({ day }) => day)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(watched.world.day).toBe(9)
    expect(watched.history.metrics).toHaveLength(10)
  })

  it('has the chain that starts from the text of its header', () => {
    const chain = createChain(JSON.stringify(logHeader(scenario, '3')))
    const links: Link[] = []
    run(scenario, '3', {
      observers: [(world, rows, from, to) => links.push(addLink(chain, world, rows, from, to))],
    })
    expect(watched.links).toEqual(links)
    expect(watched.digest).toBe(links.at(-1)?.digest)
  })

  it('has no luck but that of its seed: its header tells of no other', () =>
    expect(() => watchRun(scenario, '3', { luck: 'another' })).toThrow('must have no header'))

  it('counts its facts', () => {
    expect(watched.events).toBe(run(scenario, '3', { keepsRows: true }).rows.count)
    expect(watched.events).toBe(watched.links.reduce((sum, { rows }) => sum + rows, 0))
  })

  it('has a chain that tells the seed, even where nothing depends on it', () => {
    const empty = smallScenario({ days: 1, founders: 0 })
    const [one, two] = [watchRun(empty, '1'), watchRun(empty, '2')]
    expect(one.links[0]?.state).toBe(two.links[0]?.state)
    expect(one.links[0]?.facts).toBe(two.links[0]?.facts)
    expect(one.digest).not.toBe(two.digest)
  })

  it('keeps frames only where they are wanted', () => {
    expect(watched.history.frames).toBeNull()
    expect(watchRun(scenario, '3', { keepsFrames: true }).history.frames).toHaveLength(10)
  })

  it('lets others watch, too, and stop it', () => {
    const seen: number[] = []
    const stopped = watchRun(scenario, '3', {
      observers: [(world) => seen.push(world.day)],
      onDay: (daysDone) => daysDone < 4,
    })
    expect(seen).toEqual([1, 2, 3, 4])
    expect(stopped.links).toEqual(watched.links.slice(0, 4))
    expect(stopped.digest).toBe(watched.links[3]?.digest)
  })
})

describe('a watcher', () => {
  it('sees the same of a run that somebody else steps through', () => {
    const simulation = createSimulation(scenario, '3')
    const watcher = createWatcher(scenario, '3')
    for (let day = 0; day < 9; day++) {
      const from = simulation.rows.count
      simulateDay(simulation)
      watcher.observe(simulation.world, simulation.rows, from, simulation.rows.count)
      expect(watcher.links).toHaveLength(day + 1)
    }
    const { links, digest, events, history } = watcher.finish(simulation.world)
    expect(links).toEqual(watched.links)
    expect([digest, events]).toEqual([watched.digest, watched.events])
    expect(history.metrics).toEqual(watched.history.metrics)
  })
})
