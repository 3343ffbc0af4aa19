// Does the named cause of a departure matter more than the others? Each history is run again without one cause, for
// the same people under the same seed: an intervention, not a correlation. Kept with the named cause removed, and
// not with another one, means that naming it says something true.
// Left out: causes are removed for everybody, so that what she is spared by way of others counts as well.

import { createDice, PURPOSE, uniform, type Dice } from '../engine/dice.ts'
import { run, type Observer } from '../engine/run.ts'
import { KIND } from '../events/kinds.ts'
import { CAUSES, type Cause } from '../model/causes.ts'
import type { World } from '../model/world.ts'
import {
  isRemovable,
  mainCause,
  outcomeIn,
  REMOVABLE_CAUSES,
  worldWithout,
} from '../projections/counterfactual.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** A departure of some run, with the shares of its hazard. */
interface Departure {
  readonly scenario: Scenario
  readonly seed: string
  readonly person: number
  readonly day: number
  readonly shares: Readonly<Partial<Record<Cause, number>>>
}

export interface BlameStudyOptions {
  readonly scenarios: readonly Scenario[]
  readonly seeds: readonly string[]
  /** Departures to look at, drawn from all of these runs. */
  readonly sample: number
  /** Days longer that count as kept (30). */
  readonly longer?: number
}

/** How many of the people looked at a removed cause keeps. */
export interface Kept {
  readonly people: number
  /** Mean share of the hazard that the removed cause had: a draw would spare as many on that day. */
  readonly share: number
  /** Had not left by the end of the day on which she had left. */
  readonly thatDay: number
  /** … nor in the days of `longer` after it, or to the end of the run where it comes sooner. */
  readonly longer: number
  readonly toTheEnd: number
}

export interface BlameStudy {
  /** Departures in all runs, and those that were drawn. */
  readonly departures: number
  /** Without the largest share; without another one, drawn among those with a share. */
  readonly named: Kept
  readonly other: Kept
  /** The same by the cause that was named. */
  readonly byCause: Readonly<Partial<Record<Cause, { readonly named: Kept; readonly other: Kept }>>>
}

/** Looks at a drawn sample of departures, twice each: without its named cause, and without another one. */
export function studyBlame(options: BlameStudyOptions): BlameStudy {
  const { scenarios, seeds, sample, longer = 30 } = options
  const dice = createDice('blame-study')
  const all = scenarios.flatMap((scenario) => seeds.flatMap((seed) => departuresOf(scenario, seed)))
  const drawn = all
    .filter(({ shares }) => {
      const named = mainCause(shares)
      return named !== null && isRemovable(named)
    })
    .map((departure, n) => ({ departure, n, draw: uniform(dice, PURPOSE.town, n, 0) }))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, sample)
  const worlds = createWorlds()
  const looked = drawn.map(({ departure, n }) => {
    const named = mainCause(departure.shares) as Cause
    const other = otherCause(departure, named, { dice, n })
    return {
      cause: named,
      named: fateOf(departure, { cause: named, world: worlds(departure, named), longer }),
      other: fateOf(departure, { cause: other, world: worlds(departure, other), longer }),
    }
  })
  const part = (some: typeof looked) => ({
    named: keptOf(some.map(({ named }) => named)),
    other: keptOf(some.map(({ other }) => other)),
  })
  const causes = REMOVABLE_CAUSES.filter((cause) => looked.some((one) => one.cause === cause))
  return {
    departures: all.length,
    ...part(looked),
    byCause: Object.fromEntries(
      causes.map((cause) => [cause, part(looked.filter((one) => one.cause === cause))]),
    ),
  }
}

/** All departures of a run. */
function departuresOf(scenario: Scenario, seed: string): Departure[] {
  const departures: Departure[] = []
  let shares: Partial<Record<Cause, number>> = {}
  const observe: Observer = (world, rows, from, to) => {
    for (let at = from; at < to; at++) {
      const kind = rows.kind[at]
      if (kind === KIND['member-left']) {
        shares = {}
        departures.push({ scenario, seed, person: rows.actor[at] as number, day: world.day - 1, shares })
      } else if (kind === KIND['member-muted']) shares = {}
      else if (kind === KIND['blame-shared'])
        shares[CAUSES[rows.object[at] as number] as Cause] = rows.value[at] as number
    }
  }
  run(scenario, seed, { observers: [observe] })
  return departures
}

/** Another cause, drawn among those that had a share; among all where none had. */
function otherCause({ shares }: Departure, named: Cause, { dice, n }: { dice: Dice; n: number }): Cause {
  const others = REMOVABLE_CAUSES.filter((cause) => cause !== named)
  const withShare = others.filter((cause) => (shares[cause] ?? 0) > 0)
  const pool = withShare.length > 0 ? withShare : others
  return pool[Math.floor(uniform(dice, PURPOSE.town, n, 1) * pool.length)] as Cause
}

/** The end of each run without a cause, run once for everybody who asks. */
function createWorlds(): (departure: Departure, cause: Cause) => World {
  const known = new Map<Scenario, Map<string, World>>()
  return ({ scenario, seed }, cause) => {
    const ofScenario = known.get(scenario) ?? new Map<string, World>()
    known.set(scenario, ofScenario)
    const key = JSON.stringify([seed, cause])
    const world = ofScenario.get(key) ?? (worldWithout(scenario, seed, cause) as World)
    ofScenario.set(key, world)
    return world
  }
}

interface Fate {
  readonly share: number
  readonly thatDay: boolean
  readonly longer: boolean
  readonly toTheEnd: boolean
}

interface Removal {
  readonly cause: Cause
  /** The end of the run without it. */
  readonly world: World
  readonly longer: number
}

/** Whether she stays in that world, and how long. Who cannot even join is not kept. */
function fateOf({ person, day, shares }: Departure, { cause, world, longer }: Removal): Fate {
  const then = outcomeIn(world, person)
  const share = shares[cause] ?? 0
  if (then.outcome === 'never-joined') return { share, thatDay: false, longer: false, toTheEnd: false }
  const left = then.outcome === 'left' ? (then.day as number) : Infinity
  return { share, thatDay: left > day, longer: left > day + longer, toTheEnd: left === Infinity }
}

function keptOf(fates: readonly Fate[]): Kept {
  const count = (isSo: (fate: Fate) => boolean) => fates.filter(isSo).length
  return {
    people: fates.length,
    share: fates.reduce((sum, { share }) => sum + share, 0) / fates.length,
    thatDay: count(({ thatDay }) => thatDay),
    longer: count((fate) => fate.longer),
    toTheEnd: count(({ toTheEnd }) => toTheEnd),
  }
}
