import fc from 'fast-check'
import { applyRows } from '../../events/apply.ts'
import { stateText } from '../../events/digest.ts'
import { simulateDay } from '../../engine/day.ts'
import { redrawPeople } from '../../engine/people.ts'
import { run } from '../../engine/run.ts'
import { applyFrom, createSimulation, followStage, type Simulation } from '../../engine/simulation.ts'
import { worldSetting } from '../../engine/town.ts'
import { createWorld } from '../../model/world.ts'
import { editScenario } from '../../scenario/edit.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { aScenario, aSeed } from '../arbitraries.ts'
import { factsOf, type Fact } from '../facts.ts'
import { historyOf, mustBeSame, mustHaveSameFacts, type History } from './history.ts'
import { type Engine, type Law } from './law.ts'
import { mustHold } from '../must-hold.ts'

// One seed, one history; and the facts alone are enough to have everything again.

const RUNS = 150
const aShare = fc.double({ min: 0, max: 1, noNaN: true })

const rerun: Law = {
  number: 1,
  says: 'one seed, one history, also after an unrelated run',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, aScenario, (scenario, seed, unrelated) => {
      const first = historyOf(engine, scenario, seed)
      historyOf(engine, unrelated, seed)
      mustBeSame(historyOf(engine, scenario, seed), first, 'the second run')
    }),
}

const liveIsFold: Law = {
  number: 2,
  says: 'folding the facts gives the live state, bit for bit, on every day',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const { states, ends, simulation } = historyOf(engine, scenario, seed)
      const world = createWorld(worldSetting(scenario))
      ends.forEach((to, day) => {
        applyRows(world, simulation.rows, day === 0 ? 0 : (ends[day - 1] as number), to)
        mustBeState(stateText(world), states[day], `the fold to day ${day}`)
      })
    }),
}

const splitFold: Law = {
  number: 3,
  says: 'a fold may be cut anywhere, also inside a day',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, aShare, (scenario, seed, share) => {
      const { states, simulation } = historyOf(engine, scenario, seed)
      const world = createWorld(worldSetting(scenario))
      const cut = Math.floor(share * simulation.rows.count)
      applyRows(world, simulation.rows, 0, cut)
      applyRows(world, simulation.rows, cut, simulation.rows.count)
      mustBeState(stateText(world), states.at(-1), `the fold that was cut at fact ${cut}`)
    }),
}

const resume: Law = {
  number: 5,
  says: 'a run taken up again from its facts goes on as if it had never stopped',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, aShare, (scenario, seed, share) => {
      const whole = historyOf(engine, scenario, seed)
      const days = Math.floor(share * (scenario.days - 1)) + 1
      const resumed = takeUp(whole, { scenario, seed, days })
      while (resumed.world.day < scenario.days) simulateDay(resumed, engine.turns)
      const before = whole.ends[days - 1] as number
      mustHaveSameFacts(factsOf(resumed.rows), whole.facts.slice(before), `after day ${days}`)
      mustBeState(stateText(resumed.world), whole.states.at(-1), 'the end')
    }),
}

interface Stop {
  readonly scenario: Scenario
  readonly seed: string
  /** Whole days that had been simulated. */
  readonly days: number
}

/** A run as it can be taken up from scenario, seed and the facts of its first days. */
function takeUp({ simulation: { rows }, ends }: History, { scenario, seed, days }: Stop): Simulation {
  const resumed = createSimulation(scenario, seed)
  const end = ends[days - 1] as number
  applyRows(resumed.world, rows, 0, end)
  resumed.rows.base = end
  followStage(resumed)
  redrawPeople(resumed.people, resumed.town, resumed.world)
  return resumed
}

const unobserved: Law = {
  number: 8,
  says: 'whoever watches, and whether facts are kept, the history is the same',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const facts: Fact[] = []
      run(scenario, seed, {
        turns: engine.turns,
        observers: [(_world, rows, from, to) => void facts.push(...factsOf(rows, from, to))],
      })
      const kept = historyOf(engine, scenario, seed)
      mustHaveSameFacts(facts, kept.facts, 'facts that were forgotten day by day')
      const alone = run(scenario, seed, { turns: engine.turns })
      mustBeState(stateText(alone.world), kept.states.at(-1), 'the end without observers')
    }),
}

const pure: Law = {
  number: 9,
  says: 'deciding writes nothing but facts',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const simulation = createSimulation(scenario, seed)
      const turns = engine.turns.map((turn) => watched(turn))
      while (simulation.world.day < scenario.days) simulateDay(simulation, turns)
    }),
}

/** A turn that applies its own facts, after looking whether it has written anything else. */
function watched(turn: (simulation: Simulation) => void) {
  return (simulation: Simulation) => {
    const before = stateText(simulation.world)
    const from = simulation.rows.count
    turn(simulation)
    const after = stateText(simulation.world)
    mustHold(before === after, () => `${turn.name} on day ${simulation.world.day} must not write the world`)
    applyFrom(simulation, from)
    // Applied here; the day must not apply them once more.
    simulation.rows.base += simulation.rows.count
    simulation.rows.count = 0
    followStage(simulation)
  }
}

const stopEarly: Law = {
  number: 11,
  says: 'a shorter run is the beginning of a longer one',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, aShare, (scenario, seed, share) => {
      const days = Math.floor(share * (scenario.days - 1)) + 1
      const { scenario: shorter } = editScenario(scenario, [{ path: 'days', value: days }])
      const short = historyOf(engine, shorter, seed)
      const long = historyOf(engine, scenario, seed)
      mustHaveSameFacts(short.facts, long.facts.slice(0, short.facts.length), `the first ${days} days`)
    }),
}

const setToItself: Law = {
  number: 15,
  says: 'setting a value to itself changes nothing',
  runs: RUNS,
  property: (engine: Engine) =>
    fc.property(aScenario, aSeed, (scenario, seed) => {
      const { scenario: edited } = editScenario(scenario, [
        { path: 'plan[0].answers', value: scenario.plan[0]?.answers },
        { path: 'owner.energy', value: scenario.owner.energy },
      ])
      mustBeSame(historyOf(engine, edited, seed), historyOf(engine, scenario, seed), 'the edited scenario')
    }),
}

function mustBeState(found: string, expected: string | undefined, what: string): void {
  mustHold(found === expected, () => `${what} must have state ${String(expected)}, got ${found}`)
}

/** Laws of determinism and replay. */
export const DETERMINISM: readonly Law[] = [
  ...[rerun, liveIsFold, splitFold, resume, unobserved, pure, stopEarly, setToItself],
]
