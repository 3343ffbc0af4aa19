import { describe, expect, it } from 'vitest'
import { createPeople, mainPain, seatPerson } from '../../sim/engine/people.ts'
import { createTown } from '../../sim/engine/town.ts'
import { TRAIT, TRAITS } from '../../sim/model/person.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const MANY = 4000

function peopleOf(changes: Record<string, unknown> = {}, count = MANY, seed = '1') {
  const town = createTown(
    smallScenario({ market: { people: MANY, pains: { skin: 0.5, cooking: 0.3 } }, ...changes }),
    seed,
  )
  const people = createPeople(town)
  for (let person = 0; person < count; person++) seatPerson(people, person, 0)
  const trait = (name: keyof typeof TRAIT) =>
    Array.from({ length: count }, (_, seat) => people.traits[seat * people.stride + TRAIT[name]] as number)
  const pain = (seat: number, topic: number) => people.traits[seat * people.stride + TRAITS + topic] as number
  return { town, people, trait, pain }
}

const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length
const medianOf = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] as number
const shareOf = <T>(items: readonly T[], holds: (item: T) => boolean) =>
  items.filter(holds).length / items.length

const crowd = peopleOf()

describe('traits', () => {
  it('are very unequal in sociability, with mean 1', () => {
    const sociability = crowd.trait('sociability')
    expect(meanOf(sociability)).toBeGreaterThan(0.85)
    expect(meanOf(sociability)).toBeLessThan(1.15)
    expect(medianOf(sociability)).toBeGreaterThan(0.35)
    expect(medianOf(sociability)).toBeLessThan(0.52) // e^(−1.3²/2) = 0.43
    const logs = sociability.map(Math.log)
    const mean = meanOf(logs)
    expect(Math.sqrt(meanOf(logs.map((x) => (x - mean) ** 2)))).toBeCloseTo(1.3, 1)
  })

  it('are equal in sociability without spread', () => {
    for (const x of peopleOf({ model: { sociabilitySpread: 0 } }, 20).trait('sociability'))
      expect(x).toBeCloseTo(1, 6)
  })

  it('give each an attention around the median', () => {
    const attention = crowd.trait('attention')
    expect(medianOf(attention)).toBeGreaterThan(20)
    expect(medianOf(attention)).toBeLessThan(24)
    expect(Math.min(...attention)).toBeGreaterThan(0)
  })

  it('bear from 0.4 to 1.8 ads a day, evenly', () => {
    const tolerance = crowd.trait('tolerance')
    expect(Math.min(...tolerance)).toBeGreaterThanOrEqual(Math.fround(0.4))
    expect(Math.max(...tolerance)).toBeLessThan(1.8)
    expect(meanOf(tolerance)).toBeGreaterThan(1.06)
    expect(meanOf(tolerance)).toBeLessThan(1.14)
  })

  it('fall into three budgets: 30, 50 and 20 of a hundred', () => {
    const budgets = crowd.trait('priceHalf')
    expect(shareOf(budgets, (x) => x === 150)).toBeCloseTo(0.3, 1)
    expect(shareOf(budgets, (x) => x === 400)).toBeCloseTo(0.5, 1)
    expect(shareOf(budgets, (x) => x === 900)).toBeCloseTo(0.2, 1)
    expect(new Set(budgets)).toEqual(new Set([150, 400, 900]))
  })

  it('keep shares within 0 and 1', () => {
    for (const name of ['chatLove', 'smallTalk', 'painInFocus'] as const) {
      const shares = crowd.trait(name)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...shares)).toBeLessThanOrEqual(1)
      expect(new Set(shares).size).toBeGreaterThan(MANY / 2)
    }
  })

  it('grow with small talk as with sociability', () => {
    const [sociability, smallTalk] = [crowd.trait('sociability'), crowd.trait('smallTalk')]
    sociability.forEach((x, seat) => expect(smallTalk[seat]).toBeCloseTo(x / (x + 0.35), 5))
  })
})

describe('pains', () => {
  it('are strong for as many as the market says', () => {
    const mains = Array.from({ length: MANY }, (_, person) => mainPain(crowd.town, person))
    expect(shareOf(mains, (topic) => topic === 0)).toBeCloseTo(0.5, 1)
    expect(shareOf(mains, (topic) => topic === 1)).toBeCloseTo(0.3, 1)
    expect(shareOf(mains, (topic) => topic === 2)).toBeCloseTo(0.2, 1) // none of the scenario's
  })

  it('are one strong, at most one at the side, the rest weak', () => {
    for (let seat = 0; seat < 500; seat++) {
      const main = mainPain(crowd.town, seat)
      for (let topic = 0; topic < 2; topic++) {
        const pain = crowd.pain(seat, topic)
        if (topic === main) expect(pain).toBeGreaterThanOrEqual(0.5)
        else expect(pain).toBeLessThan(0.45)
        expect(pain).toBeLessThanOrEqual(1)
        expect(pain).toBeGreaterThanOrEqual(0)
      }
    }
    const others = Array.from({ length: MANY }, (_, seat) => seat).filter(
      (seat) => mainPain(crowd.town, seat) === 2,
    )
    const atTheSide = shareOf(others, (seat) => crowd.pain(seat, 0) > 0.2 || crowd.pain(seat, 1) > 0.2)
    expect(atTheSide).toBeGreaterThan(0.6)
  })

  it('nobody has where the market has none', () => {
    const { town, pain } = peopleOf({ market: { people: MANY, pains: { skin: 0, cooking: 0 } } }, 50)
    for (let seat = 0; seat < 50; seat++) {
      expect(mainPain(town, seat)).toBe(2)
      expect(Math.max(pain(seat, 0), pain(seat, 1))).toBeLessThan(0.46)
    }
  })

  it('add up to how far the positioning is about them', () => {
    const { trait, pain } = peopleOf({ community: { positioning: { focus: { skin: 1, cooking: 3 } } } }, 50)
    trait('painInFocus').forEach((x, seat) => {
      expect(x).toBeCloseTo(0.25 * pain(seat, 0) + 0.75 * pain(seat, 1), 6)
    })
  })
})

describe('a person', () => {
  it('is the same on whatever seat, in whatever market', () => {
    const town = createTown(
      smallScenario({ market: { people: 9000, pains: { skin: 0.5, cooking: 0.3 } } }),
      '1',
    )
    const people = createPeople(town)
    for (const person of [77, 5, 2000]) seatPerson(people, person, 0)
    const traitsOf = (seat: number, of: typeof people) => [
      ...of.traits.slice(seat * of.stride, (seat + 1) * of.stride),
    ]
    expect(traitsOf(0, people)).toEqual(traitsOf(77, crowd.people))
    expect(traitsOf(1, people)).toEqual(traitsOf(5, crowd.people))
    expect(traitsOf(2, people)).toEqual(traitsOf(2000, crowd.people))
    expect(people.count).toBe(3)
  })

  it('is another under another seed', () => {
    expect(peopleOf({}, 1, '2').people.traits).not.toEqual(peopleOf({}, 1, '1').people.traits)
  })

  it('has her seat beside more than there was room for at first', () => {
    const few = peopleOf({}, 64)
    const more = peopleOf({}, 65)
    expect(more.people.traits.length).toBeGreaterThan(few.people.traits.length)
    expect(more.people.traits.slice(0, few.people.traits.length)).toEqual(few.people.traits)
  })

  it('has less attention for one group in a busy town, and is else no other', () => {
    const model = { townSpread: 1 }
    const busy = peopleOf({ model }, 30)
    const plain = peopleOf({}, 30)
    expect(busy.town.busy).not.toBe(1)
    busy.trait('attention').forEach((x, seat) => {
      expect(x).toBeCloseTo((plain.trait('attention')[seat] as number) / busy.town.busy, 3)
    })
    expect(busy.trait('sociability')).toEqual(plain.trait('sociability'))
  })
})
