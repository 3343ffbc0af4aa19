import { describe, expect, it } from 'vitest'
import { contactOf, CONTACTS } from '../../sim/engine/contacts.ts'
import { mainPain } from '../../sim/engine/people.ts'
import { createTown } from '../../sim/engine/town.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const PEOPLE = 2000
const townOf = (changes: Record<string, unknown> = {}, seed = '1', people = PEOPLE) =>
  createTown(smallScenario({ market: { people, pains: { skin: 0.5, cooking: 0.3 } }, ...changes }), seed)
const contactsOf = (town: ReturnType<typeof townOf>, person: number) =>
  Array.from({ length: CONTACTS }, (_, n) => contactOf(town, person, n))

describe('contacts', () => {
  const town = townOf()

  it('are three neighbours on each side and two from anywhere', () => {
    expect(CONTACTS).toBe(8)
    expect(contactsOf(town, 500).slice(0, 6)).toEqual([501, 502, 503, 499, 498, 497])
  })

  it('are on a ring: the first and the last are neighbours', () => {
    expect(contactsOf(town, 0).slice(0, 6)).toEqual([1, 2, 3, 1999, 1998, 1997])
    expect(contactsOf(town, 1999).slice(0, 6)).toEqual([0, 1, 2, 1998, 1997, 1996])
  })

  it('among neighbours are mutual', () => {
    for (let person = 0; person < PEOPLE; person += 97) {
      for (const neighbour of contactsOf(town, person).slice(0, 6)) {
        expect(contactsOf(town, neighbour).slice(0, 6)).toContain(person)
      }
    }
  })

  it('from anywhere are spread over the whole market', () => {
    const far = Array.from({ length: PEOPLE }, (_, person) => contactsOf(town, person).slice(6)).flat()
    expect(Math.min(...far)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...far)).toBeLessThan(PEOPLE)
    const mean = far.reduce((sum, x) => sum + x, 0) / far.length
    expect(mean).toBeGreaterThan(0.95 * (PEOPLE / 2))
    expect(mean).toBeLessThan(1.05 * (PEOPLE / 2))
    expect(new Set(far).size).toBeGreaterThan(0.8 * PEOPLE)
  })

  it('are the same whatever the owner does, and others under another seed', () => {
    const busy = townOf({ plan: [{ from: 0, content: { perDay: 5 }, ads: { perDay: 9 } }], founders: 90 })
    const other = townOf({}, '2')
    for (const person of [0, 77, 1234]) expect(contactsOf(busy, person)).toEqual(contactsOf(town, person))
    expect(contactsOf(other, 77).slice(6)).not.toEqual(contactsOf(town, 77).slice(6))
  })
})

describe('neighbours', () => {
  /** Share of pairs of next neighbours who have the same strong pain. */
  const alike = (homophily: number) => {
    const town = townOf({ model: { homophily } }, '1', 8000)
    let same = 0
    for (let person = 0; person < 7999; person++) {
      if (mainPain(town, person) === mainPain(town, contactOf(town, person, 0))) same++
    }
    return same / 7999
  }

  it('share their pain no more often than any two people without homophily', () => {
    const byChance = 0.5 ** 2 + 0.3 ** 2 + 0.2 ** 2
    expect(alike(0)).toBeGreaterThan(byChance - 0.03)
    expect(alike(0)).toBeLessThan(byChance + 0.03)
  })

  it('share it more often with it, and always within a block of eight at its full', () => {
    expect(alike(0.45)).toBeGreaterThan(alike(0) + 0.05)
    expect(alike(1)).toBeGreaterThan(0.875)
  })

  it('are no more and no fewer with a pain for it', () => {
    for (const homophily of [0, 0.45, 1]) {
      const town = townOf({ model: { homophily } }, '1', 8000)
      const shares = [0, 0, 0]
      for (let person = 0; person < 8000; person++) shares[mainPain(town, person)]! += 1 / 8000
      expect(shares[0]).toBeGreaterThan(0.45)
      expect(shares[0]).toBeLessThan(0.55)
      expect(shares[1]).toBeGreaterThan(0.25)
      expect(shares[1]).toBeLessThan(0.35)
    }
  })
})
