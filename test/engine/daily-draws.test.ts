import { describe, expect, it } from 'vitest'
import { drawsOf, leavingDraws, listFor, openersToday, openingDraws } from '../../sim/engine/daily-draws.ts'
import { PURPOSE, uniform } from '../../sim/engine/dice.ts'
import { decideArrivals } from '../../sim/engine/mechanisms/arrivals.ts'
import type { Simulation } from '../../sim/engine/simulation.ts'
import { given } from '../../sim/testing/given.ts'
import { crowd, happen, markOf, play, seatsIn } from '../testing/arrange.ts'

const town = (seed = '1') =>
  given(crowd({ founders: 150 }), { seed, arrange: play(decideArrivals) }).simulation

const first = (simulation: Simulation, draws: Float64Array) => [...draws.slice(0, simulation.world.seats)]

describe('the draws of a day', () => {
  it('are each person’s own, whatever her seat', () => {
    const simulation = town()
    const { dice } = simulation.town
    const opening = openingDraws(simulation)
    for (const seat of seatsIn(simulation.world)) {
      expect(opening[seat]).toBe(uniform(dice, PURPOSE.daily, markOf(simulation.world, seat, 'person'), 0))
    }
  })

  it('are others on another day, and under another seed', () => {
    const simulation = town()
    const today = first(simulation, openingDraws(simulation))
    simulation.world.day = 1
    const tomorrow = first(simulation, openingDraws(simulation))
    expect(tomorrow.filter((u, seat) => u === today[seat])).toEqual([])
    simulation.world.day = 0
    expect(first(simulation, openingDraws(simulation))).toEqual(today)
    const other = town('2')
    expect(first(other, openingDraws(other))).not.toEqual(today)
  })

  it('are others for leaving than for opening, and do not hang together', () => {
    const simulation = town()
    const [opening, leaving] = [openingDraws(simulation), leavingDraws(simulation)].map((of) =>
      first(simulation, of),
    ) as [number[], number[]]
    expect(opening.filter((u, seat) => u === leaving[seat])).toEqual([])
    const both = opening.filter((u, seat) => u < 0.5 && (leaving[seat] as number) < 0.5).length
    expect(both).toBeGreaterThan(18)
    expect(both).toBeLessThan(57)
    for (const u of [...opening, ...leaving]) {
      expect(u).toBeGreaterThanOrEqual(0)
      expect(u).toBeLessThan(1)
    }
  })

  it('include those who joined since they were asked for', () => {
    const simulation = town()
    const before = first(simulation, openingDraws(simulation))
    const newcomers = Array.from({ length: 200 }, (_, person) => person).filter(
      (person) => (simulation.world.seatOf[person] as number) < 0,
    )
    for (const actor of newcomers) happen(simulation, 'member-joined', { actor, object: 0, value: 0.3 })
    const after = openingDraws(simulation)
    expect(first(simulation, after).slice(0, before.length)).toEqual(before)
    const { dice } = simulation.town
    newcomers.forEach((person, at) => {
      expect(after[before.length + at]).toBe(uniform(dice, PURPOSE.daily, person, 0))
    })
  })
})

describe('the list of those who have opened today', () => {
  const openers = (simulation: Simulation) => {
    const { seats, count } = openersToday(simulation)
    return [...seats.slice(0, count)]
  }
  const open = (simulation: Simulation, seat: number) =>
    happen(simulation, 'feed-read', {
      actor: markOf(simulation.world, seat, 'person'),
      object: 2,
      value: 0.2,
    })

  it('has them in the order of seats, with who sits there', () => {
    const simulation = town()
    for (const seat of [120, 3, 77]) open(simulation, seat)
    const { seats, persons, count } = openersToday(simulation)
    expect([...seats.slice(0, count)]).toEqual([3, 77, 120])
    expect([...persons.slice(0, count)]).toEqual(
      [3, 77, 120].map((seat) => markOf(simulation.world, seat, 'person')),
    )
  })

  it('is without those who opened yesterday or have left since', () => {
    const simulation = town()
    expect(openers(simulation)).toEqual([])
    open(simulation, 5)
    open(simulation, 149)
    happen(simulation, 'member-left', { actor: markOf(simulation.world, 149, 'person'), object: 11 })
    expect(openers(simulation)).toEqual([5])
    simulation.world.day = 1
    expect(openers(simulation)).toEqual([])
  })

  it('rolls the draws that each would roll alone', () => {
    const simulation = town()
    simulation.world.day = 9
    for (const seat of [0, 40, 141]) open(simulation, seat)
    const list = openersToday(simulation)
    const draws = drawsOf(simulation, PURPOSE.posting, list)
    const { dice } = simulation.town
    for (let n = 0; n < 3; n++) {
      expect(draws[n]).toBe(uniform(dice, PURPOSE.posting, list.persons[n] as number, 9))
    }
  })

  it('has room for everybody, and is emptied when it is asked for', () => {
    const simulation = town()
    for (const seat of seatsIn(simulation.world)) open(simulation, seat)
    expect(openersToday(simulation).count).toBe(150)
    const list = listFor(simulation.draws, 400)
    expect(list.count).toBe(0)
    expect(list.seats.length).toBeGreaterThanOrEqual(400)
    expect(listFor(simulation.draws, 10)).toBe(list)
  })
})
