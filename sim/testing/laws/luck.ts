import fc from 'fast-check'
import { contactOf, CONTACTS } from '../../engine/contacts.ts'
import { createPeople, redrawPeople } from '../../engine/people.ts'
import { run } from '../../engine/run.ts'
import { createSimulation, type Simulation } from '../../engine/simulation.ts'
import { aScenario, aSeed } from '../arbitraries.ts'
import { factsOf, type Fact } from '../facts.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { mustHaveSameFacts } from './history.ts'
import type { Engine, Law } from './law.ts'
import { mustHold } from '../must-hold.ts'

// Luck is what happens to the people of a seed, never who they are.

const RUNS = 100
const aLuck = fc.string({ maxLength: 4 })

const sameLuck: Law = {
  number: null,
  says: 'one seed and one luck, one history, also after another luck',
  runs: RUNS,
  property: (engine) =>
    fc.property(aScenario, aSeed, aLuck, (scenario, seed, luck) => {
      const first = factsUnder(engine, { scenario, seed, luck })
      factsUnder(engine, { scenario, seed, luck: `${luck}x` })
      mustHaveSameFacts(factsUnder(engine, { scenario, seed, luck }), first, `luck ${luck} once more`)
    }),
}

const samePeople: Law = {
  number: null,
  says: 'luck changes no person, no acquaintance, no arrival and nothing about the town',
  runs: RUNS,
  property: () =>
    fc.property(aScenario, aSeed, aLuck, (scenario, seed, luck) => {
      const own = createSimulation(scenario, seed)
      const lucky = createSimulation(scenario, seed, [], { luck })
      mustHold(settledText(lucky) === settledText(own), () => `luck ${luck} must leave town and people alone`)
      // Everybody who came under that luck, drawn under it and without it.
      const { world } = run(scenario, seed, { luck })
      for (const { town } of [own, lucky])
        mustHold(
          traitsText(town, world) === traitsText(own.town, world),
          () => `luck ${luck} must change no trait`,
        )
    }),
}

interface LuckyRun {
  readonly scenario: Scenario
  readonly seed: string
  readonly luck: string
}

/** Everything that happens; a run with a luck keeps nothing, so it is written down as it goes. */
function factsUnder({ turns }: Engine, { scenario, seed, luck }: LuckyRun): Fact[] {
  const facts: Fact[] = []
  run(scenario, seed, {
    ...{ turns, luck },
    observers: [(_world, rows, from, to) => void facts.push(...factsOf(rows, from, to))],
  })
  return facts
}

/** What is settled on the first morning: slots, strong pains, acquaintances, and how the town differs from others. */
function settledText({ town, slots }: Simulation): string {
  const known = Array.from(slots.person, (person) =>
    Array.from({ length: CONTACTS }, (_, n) => contactOf(town, person, n)),
  )
  const { busy, warm, patient, mainPains } = town
  return JSON.stringify([[...slots.person], [...slots.source], [...mainPains], known, busy, warm, patient])
}

function traitsText(town: Simulation['town'], world: Simulation['world']): string {
  const people = createPeople(town)
  redrawPeople(people, town, world)
  return people.traits.slice(0, people.count * people.stride).join()
}

/** Laws of luck. */
export const LUCK: readonly Law[] = [sameLuck, samePeople]
