import { run, type Observer } from '../engine/run.ts'
import { ownerNet, OWNER_LEVEL } from '../model/world.ts'
import { takeCensus, type Census } from '../projections/census.ts'
import { endsOf } from '../projections/history.ts'
import { beat, createPulse } from '../projections/pulse.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** What is kept of one run of an ensemble: enough for survival, cash and conversion, without a log. */
export interface Outcome {
  readonly seed: string
  readonly deathDay: number | null
  readonly silentDay: number | null
  /** Cash after d whole days at index d (CNY). */
  readonly ownerNet: Float64Array
  /** Buyers ÷ joined after the last day; null when nobody joined. */
  readonly conversionRate: number | null
  /** Left, muted and zombies ÷ joined, and weekly readers ÷ members, at the days asked for. */
  readonly at: Readonly<Record<number, Snapshot>>
  readonly ownerEnergy: number
}

/** Shares of the ever-members, and readers of those present. */
export interface Snapshot {
  readonly left: number
  readonly muted: number
  readonly zombies: number
  readonly readers: number
  readonly speakers: number
  readonly trust: number
}

/** Seed of run k of an ensemble: `run --seed` accepts it, so that every dot can be opened. */
export function seedOfRun(seed: string, run: number): string {
  return `${seed}/${run}`
}

/** Runs a scenario once and keeps its outcome; snapshots are taken after the given days. */
export function outcomeOf(scenario: Scenario, seed: string, snapshotDays: readonly number[] = []): Outcome {
  const pulse = createPulse(scenario.community.groups)
  const net = new Float64Array(scenario.days + 1)
  const at: Record<number, Snapshot> = {}
  const observe: Observer = (world) => {
    const census = takeCensus(world)
    beat(pulse, census)
    net[world.day] = ownerNet(world)
    if (snapshotDays.includes(world.day)) at[world.day] = snapshot(census)
  }
  const { world } = run(scenario, seed, { observers: [observe] })
  const census = takeCensus(world)
  const { deathDay, silentDay } = endsOf({ pulse })
  return {
    seed,
    deathDay,
    silentDay,
    ownerNet: net,
    conversionRate: census.joined === 0 ? null : census.buyers / census.joined,
    at,
    ownerEnergy: world.ownerLevels[OWNER_LEVEL.energy] as number,
  }
}

function snapshot(census: Census): Snapshot {
  const joined = Math.max(1, census.joined)
  const members = Math.max(1, census.members)
  return {
    left: census.left / joined,
    muted: census.muted / joined,
    zombies: census.zombies / joined,
    readers: census.readers / members,
    speakers: census.posters / members,
    trust: census.trust / members,
  }
}
