import fc from 'fast-check'
import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { decideArrivals } from '../../engine/mechanisms/arrivals.ts'
import { decideLeaving } from '../../engine/mechanisms/leaving.ts'
import { seatPerson } from '../../engine/people.ts'
import type { Simulation } from '../../engine/simulation.ts'
import { CAUSE, COST, SOURCE, type Cause } from '../../model/causes.ts'
import type { ParameterName } from '../../model/parameters.ts'
import { isPresent, MARK, MARKS } from '../../model/world.ts'
import { editScenario, type Edit } from '../../scenario/edit.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { aScenario, aSeed } from '../arbitraries.ts'
import { ofKind, type Fact } from '../facts.ts'
import { dayOf, historyOf, told, type History } from './history.ts'
import { withTurn, type Law } from './law.ts'
import { mustHold } from '../must-hold.ts'

// What a change of the scenario may change, and what not.

const RUNS = 100

/** A scenario with other weights of the model, and other values. */
export function withModel(
  scenario: Scenario,
  model: Partial<Record<ParameterName, number>>,
  edits: readonly Edit[] = [],
) {
  const numbers = Object.entries(model).map(([name, value]) => ({ path: `model.${name}`, value }))
  return editScenario(scenario, [...numbers, ...edits]).scenario
}

/** What happened before a day, without the numbering: facts are told by what they say and when. */
function plain(history: History, keeps: (fact: Fact) => boolean, before = Infinity): string[] {
  return history.facts.flatMap((fact, at) => {
    const day = dayOf(history, at)
    return keeps(fact) && day < before
      ? [`${day} ${fact.kind} ${fact.group} ${fact.actor} ${fact.object} ${fact.value}`]
      : []
  })
}

function mustBeEqual(found: readonly string[], expected: readonly string[], what: string): void {
  const at = expected.findIndex((line, n) => found[n] !== line)
  mustHold(
    at < 0 && found.length === expected.length,
    () =>
      `${what}: "${expected[at] ?? 'nothing more'}" must stand, got "${found[at < 0 ? expected.length : at]}"`,
  )
}

/** Everything through which somebody who only sits there could matter to others: the size of the group, and her ties. */
const SIZE_MATTERS = {
  ...{ smallGroupTalk: 0, roleEffect: 0, figureEffect: 0, intruding: 0, chanceShocks: 0, inviting: 0 },
  ...{ acquaintedTie: 0, ownerFatigue: 0, energyOfMargin: 0, energyOfThanks: 0 },
} as const

const joiner: Law = {
  number: 18,
  says: 'somebody who joins and does nothing changes nothing for the others',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, (generated, seed) => {
      // Nothing draws her in, and no meeting, either.
      const inert = {
        openingFirstDays: 0,
        openingHabit: 0,
        packetLure: 0,
        meetingWish: 0,
        meetingTrustWish: 0,
      }
      const scenario = withModel(generated, { ...SIZE_MATTERS, ...inert }, [
        { path: 'community.capacity', value: 500 },
        { path: 'shocks', value: [] },
      ])
      const without = historyOf(engine, scenario, seed)
      const person = strangerIn(without.simulation)
      if (person < 0) return
      const joins = (simulation: Simulation) => {
        if (simulation.world.day === 0) seatInert(simulation, person)
      }
      const withHer = historyOf(withTurn(joins, decideArrivals, engine), scenario, seed)
      const ofOthers = ({ actor, kind }: Fact) => actor !== person && kind !== 'hours-worked'
      const before = dayOfLookingIn(withHer, person)
      mustBeEqual(plain(withHer, ofOthers, before), plain(without, ofOthers, before), `with person ${person}`)
    }),
}

/** Somebody of the market whose turn to join never comes; −1 for nobody. */
function strangerIn({ slots, town }: Simulation): number {
  const expected = new Set(slots.person)
  for (let person = town.scenario.market.people - 1; person >= 0; person--) {
    if (!expected.has(person)) return person
  }
  return -1
}

function seatInert({ people, rows }: Simulation, person: number): void {
  seatPerson(people, person, 0)
  record(rows, KIND['member-joined'], 0, person, SOURCE.strangers, 0, -1)
}

/** The day from which on she does something after all, because a new mechanism has given her trust, say; Infinity for none. */
function dayOfLookingIn(history: History, person: number): number {
  const at = history.facts.findIndex(({ actor, kind }) => actor === person && kind === 'feed-read')
  return at < 0 ? Infinity : dayOf(history, at)
}

/** Everything through which one group touches another: the owner, the purse, and what people do across groups. */
const GROUPS_TOUCH = {
  ...{ ownerFatigue: 0, energyOfMargin: 0, energyOfThanks: 0, listeningEffect: 0, inviting: 0, spillover: 0 },
  ...{ chanceShocks: 0 },
} as const

const aDay = fc.integer({ min: 0, max: 10 })

const union: Law = {
  number: 32,
  says: 'groups that share neither owner’s strength nor people do not touch each other',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, aDay, fc.nat({ max: 1 }), (generated, seed, day, group) => {
      const scenario = withModel(generated, GROUPS_TOUCH, [
        { path: 'community.groups', value: 2 },
        { path: 'owner.cash', value: 1e6 },
        { path: 'owner.hoursPerDay', value: 24 },
        { path: 'shocks', value: [] },
      ])
      const empties = (simulation: Simulation) => {
        if (simulation.world.day === day) emptyGroup(simulation, group)
      }
      const whole = historyOf(engine, scenario, seed)
      const emptied = historyOf(withTurn(empties, decideLeaving, engine), scenario, seed)
      const ofOther = (fact: Fact) => fact.group !== group && !OF_OWNER.has(fact.kind)
      mustBeEqual(
        plain(emptied, ofOther),
        plain(whole, ofOther),
        `group ${1 - group} while group ${group} is emptied`,
      )
    }),
}

/** Facts about the owner, who has all groups; they are written down with group 0. */
const OF_OWNER = new Set<Fact['kind']>([
  ...(['hours-worked', 'margin-drawn', 'energy-changed', 'day-closed', 'phase-begun'] as const),
  ...(['owner-tired', 'owner-recovered', 'belief-drifted', 'need-found', 'pivot-made'] as const),
])

function emptyGroup({ world, rows }: Simulation, group: number): void {
  const leaving = new Set<number>()
  // Those whom the turn before has taken away already are gone when this is applied: they stand in its rows no more.
  for (let seat = 0; seat < world.seats; seat++) {
    if (world.marks[seat * MARKS + MARK.group] === group && isPresent(world, seat)) leaving.add(seat)
  }
  for (const seat of leaving) {
    const person = world.marks[seat * MARKS + MARK.person] as number
    record(rows, KIND['member-left'], group, person, CAUSE.background, 1, -1)
  }
}

/** Nothing but the hazard of leaving for no particular reason, which then hangs on nobody else. */
const ONLY_BASE = {
  ...{ leaveFatigue: 0, leaveLabel: 0, leaveLowValue: 0, leaveOverload: 0, leaveNoTrust: 0, leaveRival: 0 },
  ...{ muteBase: 0, muteFatigue: 0, muteLabel: 0, muteLowValue: 0, muteOverload: 0 },
  ...{ needsEffect: 0, contagion: 0, tieEffect: 0, belongingShield: 0, roleShield: 0, moderating: 0 },
  ...{ chanceShocks: 0, inviting: 0 },
} as const

const dose: Law = {
  number: 33,
  says: 'a larger hazard, all else apart, lets nobody stay longer',
  runs: RUNS,
  property: (engine) =>
    fc.property(
      aScenario,
      aSeed,
      fc.uniqueArray(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 2 }),
      (generated, seed, tenths) => {
        const [low, high] = [Math.min(...tenths) / 10, Math.max(...tenths) / 10]
        const lastDays = (leaveBase: number) => {
          const scenario = withModel(generated, { ...ONLY_BASE, leaveBase }, [
            { path: 'shocks', value: [] },
            { path: 'community.capacity', value: 500 },
          ])
          const history = historyOf(engine, scenario, seed)
          return new Map(
            ofKind(history.facts, 'member-left').map(({ actor, seq }) => [actor, dayOf(history, seq)]),
          )
        }
        const later = lastDays(low)
        const sooner = lastDays(high)
        for (const [person, day] of later) {
          const left = sooner.get(person) ?? Infinity
          mustHold(
            left <= day,
            () => `person ${person} must leave by day ${day} at ${high} as at ${low}, got day ${left}`,
          )
        }
      },
    ),
}

const extremes: Law = {
  number: 34,
  says: 'where nobody comes nobody acts, and where everybody must leave nobody stays overnight',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, (generated, seed) => {
      const empty = editScenario(generated, [
        { path: 'founders', value: 0 },
        { path: 'arrivals', value: [] },
      ]).scenario
      const acting = historyOf(engine, empty, seed).facts.find(({ actor }) => actor >= 0)
      mustHold(acting === undefined, () => `nobody may act in an empty town, got ${told(acting)}`)
      // In a town more patient than others a hazard of 1 is less than 1.
      const fleeting = withModel(generated, { ...ONLY_BASE, leaveBase: 1, townSpread: 0 })
      const { simulation } = historyOf(engine, fleeting, seed)
      for (let seat = 0; seat < simulation.world.seats; seat++) {
        mustHold(!isPresent(simulation.world, seat), () => `seat ${seat} must be empty at the end`)
      }
    }),
}

const scaling: Law = {
  number: 35,
  says: 'goods that cost twice as much cost the owner twice as much, and nobody else anything',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, (generated, seed) => {
      const rich = withModel(generated, { energyOfMargin: 0 }, [{ path: 'owner.cash', value: 1e6 }])
      const dear = editScenario(
        rich,
        rich.offer.map(({ unitCost }, n) => ({ path: `offer[${n}].unitCost`, value: 2 * unitCost })),
      ).scenario
      const cheap = historyOf(engine, rich, seed)
      const costly = historyOf(engine, dear, seed)
      const isOfGoods = ({ kind, object }: Fact) => kind === 'cost-paid' && object === COST.goods
      const isElse = (fact: Fact) => !isOfGoods(fact) && fact.kind !== 'margin-drawn'
      mustBeEqual(plain(costly, isElse), plain(cheap, isElse), 'at twice the cost of goods')
      const doubled = cheap.facts.filter(isOfGoods).map(({ value }) => 2 * value)
      const paid = costly.facts.filter(isOfGoods).map(({ value }) => value)
      mustHold(
        JSON.stringify(paid) === JSON.stringify(doubled),
        () => `goods must cost ${doubled.join(', ')}, got ${paid.join(', ')}`,
      )
    }),
}

/** What each cause of departures works through; at 0 it is off (see sim/projections/counterfactual.ts). */
const WORKS_THROUGH: readonly (readonly [Cause, Partial<Record<ParameterName, number>>])[] = [
  ['hard-ads', { muteFatigue: 0, leaveFatigue: 0, muteLabel: 0, leaveLabel: 0, adHarm: 0 }],
  ['broken-trust', { leaveNoTrust: 0 }],
  ['tie-left', { contagion: 0 }],
  ['overload', { overloadCost: 0, muteOverload: 0, leaveOverload: 0 }],
]

const explanations: Law = {
  number: 40,
  says: 'without what a cause works through, no departure names it',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, fc.constantFrom(...WORKS_THROUGH), (generated, seed, [cause, off]) => {
      const history = historyOf(engine, withModel(generated, off), seed)
      const blamed = ofKind(history.facts, 'blame-shared').find(({ object }) => object === CAUSE[cause])
      mustHold(blamed === undefined, () => `nothing may be blamed on ${cause}, got ${told(blamed)}`)
    }),
}

/** Laws of what a change may change. */
export const METAMORPHIC: readonly Law[] = [joiner, union, dose, extremes, scaling, explanations]
