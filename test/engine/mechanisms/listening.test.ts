import { describe, expect, it } from 'vitest'
import { simulateDay } from '../../../sim/engine/day.ts'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideHearing, decideListening, isPitch } from '../../../sim/engine/mechanisms/listening.ts'
import { mainPain } from '../../../sim/engine/people.ts'
import { followStage, type Simulation } from '../../../sim/engine/simulation.ts'
import { SHOCK } from '../../../sim/model/causes.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { TRAIT, TRAITS } from '../../../sim/model/person.ts'
import { OWNER_MARK } from '../../../sim/model/world.ts'
import { factsOf, ofKind } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import {
  crowd,
  happen,
  markOf,
  play,
  seatsIn,
  setAllLevels,
  setEnergy,
  type LevelName,
} from '../../testing/arrange.ts'

const SKIN = 0
const COOKING = 1
const TRAVEL = 2

interface Evening {
  readonly listening?: number
  readonly stock?: number
  readonly focus?: Record<string, number>
  readonly levels?: Partial<Record<LevelName, number>>
  readonly model?: Record<string, number>
  readonly changes?: Record<string, unknown>
  readonly arrange?: (simulation: Simulation) => void
}

/** An owner of a group about skin care, whose first offer is about cooking. */
function evening(state: Evening = {}) {
  const { listening = 1, stock = 0, focus = { skin: 1 }, model = {}, changes = {}, levels = {} } = state
  const scenario = crowd({
    market: { people: 1000, pains: { skin: 0.5, cooking: 0.3, travel: 0.1 } },
    community: { positioning: { focus } },
    owner: { listening, stock },
    offer: { solves: 'cooking', price: 100 },
    model,
    ...changes,
  })
  return given(scenario, {
    arrange: (simulation) => {
      play(decideArrivals)(simulation)
      setAllLevels(simulation.world, levels)
      state.arrange?.(simulation)
    },
  })
}

/** What is heard when everybody writes one post. */
function heard(state: Evening = {}, index = 0) {
  const { simulation, when } = evening(state)
  const facts = when((before) => {
    for (const seat of seatsIn(before.world)) {
      const person = markOf(before.world, seat, 'person')
      decideHearing(before, { group: 0, seat, person, index }, 5)
    }
  })
  return { simulation, facts }
}

const ALL_HEARD = { hearingChance: 1 }
const away = (simulation: Simulation) =>
  void happen(simulation, 'shock-struck', { object: SHOCK['owner-absent'], value: 5 })

describe('the need behind a post', () => {
  it('is the writer’s strong pain, and is heard of a post', () => {
    const { simulation, facts } = heard({ model: ALL_HEARD })
    expect(facts.length).toBeGreaterThan(250)
    for (const fact of facts) {
      expect(fact).toMatchObject({ kind: 'need-heard', group: 0, cause: 5 })
      expect(fact.object).toBe(mainPain(simulation.town, fact.actor))
    }
  })

  it('is none of the topics for some: of them nothing is heard', () => {
    const { simulation, facts } = heard({
      model: ALL_HEARD,
      changes: { market: { people: 1000, pains: { skin: 0.3, cooking: 0.1 } }, arrivals: [] },
    })
    const { town, world } = simulation
    const known = seatsIn(world).filter((seat) => mainPain(town, markOf(world, seat, 'person')) < 2)
    expect(known.length).toBeLessThan(300)
    expect(facts).toHaveLength(known.length)
  })

  it('is heard by about as many as the owner listens to', () => {
    const count = (listening: number) => heard({ listening, model: ALL_HEARD }).facts.length
    expect(count(0)).toBe(0)
    expect(count(0.5)).toBeGreaterThan(110)
    expect(count(0.5)).toBeLessThan(190)
    expect(count(1)).toBeGreaterThan(250)
  })

  it('is heard in the first post of a day alone', () => {
    expect(heard({ model: ALL_HEARD }, 1).facts).toEqual([])
  })

  it('is asked about less by those whom the posts serve already', () => {
    const count = (content: number) => heard({ model: ALL_HEARD, levels: { content } }).facts.length
    expect(count(PARAMETERS.servedHalf.default)).toBeLessThan(0.65 * count(0))
    expect(count(-0.1)).toBe(count(0))
  })

  it('is not heard by an owner who is away or tired, nor with listening switched off', () => {
    expect(heard({ model: ALL_HEARD, arrange: away }).facts).toEqual([])
    expect(heard({ model: ALL_HEARD, arrange: ({ world }) => setEnergy(world, 0) }).facts).toEqual([])
    expect(heard({ model: { ...ALL_HEARD, listeningEffect: 0 } }).facts).toEqual([])
  })

  it('moves the belief, which stays a share of all', () => {
    const { simulation } = heard({ model: { ...ALL_HEARD, hearing: 0.001 } })
    const { beliefs } = simulation.world
    expect(beliefs[SKIN]).toBeLessThan(1)
    expect(beliefs[COOKING]).toBeGreaterThan(0)
    expect(beliefs.reduce((sum, belief) => sum + belief, 0)).toBeCloseTo(1, 5)
  })
})

describe('an answer', () => {
  /** How many of the answers to one post each are pitches. */
  const pitches = (state: Evening) => {
    const { simulation } = evening(state)
    return seatsIn(simulation.world).filter((seat) =>
      isPitch(simulation, { group: 0, seat, person: markOf(simulation.world, seat, 'person'), index: 0 }),
    ).length
  }

  it('is a pitch where money lies in goods and nobody listens', () => {
    expect(pitches({ stock: 1, listening: 0 })).toBe(300)
    const half = pitches({ stock: 0.5, listening: 0 })
    expect(half).toBeGreaterThan(110)
    expect(half).toBeLessThan(190)
    expect(pitches({ stock: 1, listening: 0.5 })).toBeLessThan(190)
  })

  it('is none from an owner who listens, without goods, or with pitching switched off', () => {
    expect(pitches({ stock: 1, listening: 1 })).toBe(0)
    expect(pitches({ stock: 0, listening: 0 })).toBe(0)
    expect(pitches({ stock: 1, listening: 0, model: { pitching: 0 } })).toBe(0)
  })
})

const decide = (state: Evening) => evening(state).when(decideListening)
/** An owner who neither listens nor drifts. */
const STILL: Evening = { listening: 0, stock: 0 }
const believing =
  (...beliefs: readonly number[]) =>
  ({ world }: Simulation) =>
    world.beliefs.set(beliefs)

describe('the belief', () => {
  it('begins with the positioning', () => {
    expect([...evening({ focus: { skin: 3, travel: 1 } }).simulation.world.beliefs]).toEqual([0.75, 0, 0.25])
  })

  it('drifts to the goods at hand, the more of them there are and the less the owner listens', () => {
    const drift = (stock: number, listening: number, model = {}) =>
      ofKind(decide({ stock, listening, model }), 'belief-drifted')
    const [fact] = drift(1, 0)
    expect(fact).toMatchObject({ actor: -1, object: COOKING, cause: -1 })
    expect(fact?.value).toBeCloseTo(PARAMETERS.beliefDrift.default, 6)
    expect(drift(0.5, 0)[0]?.value).toBeCloseTo(0.5 * PARAMETERS.beliefDrift.default, 6)
    expect(drift(1, 0.5)[0]?.value).toBeCloseTo(0.5 * PARAMETERS.beliefDrift.default, 6)
    expect(drift(0, 0)).toEqual([])
    expect(drift(1, 1)).toEqual([])
    expect(drift(1, 0, { listeningEffect: 0 })).toEqual([])
  })

  it('does not drift where there is nothing to sell', () => {
    expect(decide({ stock: 1, listening: 0, changes: { offer: null } })).toEqual([])
  })
})

describe('another need', () => {
  const found = (state: Evening) => ofKind(decide({ ...STILL, ...state }), 'need-found')

  it('is found when it outweighs the own positioning by a margin', () => {
    const model = { foundMargin: 0.125 }
    const at = (...beliefs: readonly number[]) => found({ model, arrange: believing(...beliefs) })
    expect(at(0.375, 0.5, 0.125)).toEqual([])
    expect(at(0.25, 0.5, 0.25)[0]).toMatchObject({ actor: -1, object: COOKING })
    expect(at(0.25, 0.125, 0.625)[0]).toMatchObject({ object: TRAVEL })
  })

  it('is remembered with its day, and told once', () => {
    const { simulation, when } = evening({ ...STILL, arrange: believing(0, 1, 0) })
    simulation.world.day = 9
    expect(when(decideListening)).toHaveLength(1)
    expect(simulation.world.ownerMarks[OWNER_MARK.found]).toBe(COOKING + 1)
    expect(simulation.world.ownerMarks[OWNER_MARK.foundDay]).toBe(9)
    expect(when(decideListening)).toEqual([])
  })

  it('is given up when it does not outweigh the own one any more, and not within the margin', () => {
    const { simulation, when } = evening({ ...STILL, arrange: believing(0, 1, 0) })
    when(decideListening)
    simulation.world.beliefs.set([0.45, 0.5, 0.05])
    expect(when(decideListening)).toEqual([])
    simulation.world.beliefs.set([0.5, 0.45, 0.05])
    expect(when(decideListening)[0]).toMatchObject({ kind: 'need-found', object: -1 })
    expect(simulation.world.ownerMarks[OWNER_MARK.found]).toBe(0)
    expect(when(decideListening)).toEqual([])
  })

  it('is none where all topics are the own ones, nor with listening switched off', () => {
    const focus = { skin: 1, cooking: 1, travel: 1 }
    expect(found({ focus, arrange: believing(0, 1, 0) })).toEqual([])
    expect(decide({ ...STILL, model: { listeningEffect: 0 }, arrange: believing(0, 1, 0) })).toEqual([])
  })
})

describe('turning to it', () => {
  /** Days from finding a need to the pivot, up to 99; −1 for none. */
  function daysUntil(state: Evening = {}): number {
    const { simulation, when } = evening({ ...STILL, ...state, arrange: believing(0, 1, 0) })
    for (let day = 0; day < 100; day++) {
      simulation.world.day = day
      if (ofKind(when(decideListening), 'pivot-made').length > 0) return day
    }
    return -1
  }
  const { pivotDays, stockFriction } = PARAMETERS

  it('takes its time, and more of it the more money lies in goods', () => {
    expect(daysUntil()).toBe(Math.ceil(pivotDays.default))
    const model = { beliefDrift: 0 }
    expect(daysUntil({ stock: 0.5, model })).toBe(Math.ceil(pivotDays.default + 0.5 * stockFriction.default))
    expect(daysUntil({ stock: 1, model })).toBe(Math.ceil(pivotDays.default + stockFriction.default))
    expect(daysUntil({ model: { pivotDays: 0 } })).toBe(1) // found in the evening, turned to on the next
  })

  it('happens once in a run', () => {
    const { simulation, when } = evening({ ...STILL, model: { pivotDays: 0 }, arrange: believing(0, 1, 0) })
    when(decideListening)
    const [pivot] = when(decideListening)
    expect(pivot).toMatchObject({ kind: 'pivot-made', actor: -1, object: COOKING })
    expect(simulation.world.ownerMarks[OWNER_MARK.pivot]).toBe(COOKING + 1)
    simulation.world.beliefs.set([0, 0, 1])
    expect(when(decideListening)).toEqual([])
  })

  it('makes the group about that: the focus, what posts and ads are about, and how people fit', () => {
    const { simulation } = evening()
    const { people, world, town } = simulation
    followStage(simulation)
    expect(simulation.town).toBe(town)
    happen(simulation, 'pivot-made', { object: COOKING })
    followStage(simulation)
    expect([...simulation.town.focus]).toEqual([0, 1, 0])
    expect([...(simulation.town.about[0]?.focus ?? [])]).toEqual([0, 1, 0])
    for (const seat of seatsIn(world)) {
      const at = seat * people.stride
      expect(people.traits[at + TRAIT.painInFocus]).toBe(people.traits[at + TRAITS + COOKING])
    }
    const turned = simulation.town
    followStage(simulation)
    expect(simulation.town).toBe(turned)
  })

  it('makes newcomers fit the new focus as well', () => {
    const { simulation } = evening({ changes: { founders: 0, arrivals: [{ from: 1, to: 2, perDay: 9 }] } })
    happen(simulation, 'pivot-made', { object: COOKING })
    followStage(simulation)
    simulation.world.day = 1
    play(decideArrivals)(simulation)
    const { people } = simulation
    expect(people.count).toBe(9)
    for (let seat = 0; seat < 9; seat++) {
      const at = seat * people.stride
      expect(people.traits[at + TRAIT.painInFocus]).toBe(people.traits[at + TRAITS + COOKING])
    }
  })

  it('takes hold on the morning after', () => {
    const { simulation } = evening({
      model: { pivotDays: 0 },
      arrange: (simulation) => {
        believing(0, 1, 0)(simulation)
        happen(simulation, 'need-found', { object: COOKING })
      },
    })
    const from = simulation.rows.count
    simulation.world.day = 1
    simulateDay(simulation)
    expect(ofKind(factsOf(simulation.rows, from), 'pivot-made')).toHaveLength(1)
    expect(simulation.under.pivot).toBe(COOKING + 1)
    expect([...simulation.town.focus]).toEqual([0, 1, 0])
  })

  it('is of the owner, whoever is still there', () => {
    const { simulation, when } = evening({
      ...STILL,
      changes: { founders: 0 },
      model: { pivotDays: 0 },
      arrange: believing(0, 1, 0),
    })
    when(decideListening)
    expect(when(decideListening)).toHaveLength(1)
    followStage(simulation)
    expect(simulation.people.count).toBe(0)
  })
})
