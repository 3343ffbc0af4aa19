import type { World } from '../model/world.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { notSimulated } from '../scenario/not-simulated.ts'
import { FRAME, FRAME_BYTES, SEAT_STATES } from './frames.ts'
import { allSeries, endsOf, momentsIn, seatsOf, type History } from './history.ts'
import type { MetricName } from './metric.ts'
import type { Moment } from './moments.ts'
import { TALLY, tallyOn } from './tally.ts'

/** Messages of one day, by what they are to a member. */
export const ACTIVITY_KINDS = ['useful', 'ads', 'chatter'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/**
 * Everything that a screen needs to show one run at any moment without running the engine: a frame a
 * day, daily series and key moments. Frame `d` and entry `d` of a series show the state *after d
 * whole days* (0 ≤ d ≤ days); frame 0 is the morning before anything happened.
 */
export interface Playback {
  readonly scenario: Scenario
  readonly seed: string
  readonly engine: string
  /** Last digest of the chain: equal digests mean equal histories. */
  readonly digest: string
  readonly days: number
  /** Members ever: the number of seats in a frame. Seat = order of joining. */
  readonly seats: number
  /** (days + 1) × seats × FRAME_BYTES bytes. */
  readonly frames: Uint8Array
  /** Person number and day of joining (0-based) of each seat. */
  readonly person: Uint32Array
  readonly joinedDay: Uint16Array
  /** Number of seats in each state after each day: (days + 1) × SEAT_STATES.length. */
  readonly stateCounts: Uint32Array
  /** days + 1 numbers a metric; NaN where undefined (0 ÷ 0, or not simulated). */
  readonly series: Readonly<Record<MetricName, Float64Array>>
  /** Messages *on* day d at index d (days entries): useful, ads, chatter. */
  readonly activity: Readonly<Record<ActivityKind, Float64Array>>
  readonly moments: readonly Moment[]
  readonly deathDay: number | null
  readonly silentDay: number | null
  /** Paths of the scenario that this engine does not simulate yet, for an honest note. */
  readonly notSimulated: readonly string[]
}

/** Which run a playback shows. */
export interface PlaybackOf {
  readonly scenario: Scenario
  readonly seed: string
  readonly engine: string
  readonly digest: string
}

/** The playback of a history that kept its frames; the world is the one after its last day. */
export function playbackOf(run: PlaybackOf, history: History, world: World): Playback {
  const days = history.metrics.length - 1
  const frames = joinFrames(history.frames ?? [], world.seats)
  const { deathDay, silentDay } = endsOf(history)
  return {
    ...run,
    days,
    seats: world.seats,
    frames,
    ...seatsOf(world),
    stateCounts: countStates(frames, world.seats, days),
    series: allSeries(history),
    activity: activityOf(history, days),
    moments: momentsIn(history),
    deathDay,
    silentDay,
    notSimulated: notSimulated(run.scenario),
  }
}

/** Frames of equal length: seats not yet taken are zero, which is the state "empty". */
function joinFrames(frames: readonly Uint8Array[], seats: number): Uint8Array {
  const joined = new Uint8Array(frames.length * seats * FRAME_BYTES)
  frames.forEach((frame, day) => joined.set(frame, day * seats * FRAME_BYTES))
  return joined
}

function countStates(frames: Uint8Array, seats: number, days: number): Uint32Array {
  const counts = new Uint32Array((days + 1) * SEAT_STATES.length)
  for (let day = 0; day <= days; day++) {
    for (let seat = 0; seat < seats; seat++) {
      const state = frames[(day * seats + seat) * FRAME_BYTES + FRAME.state] as number
      counts[day * SEAT_STATES.length + state]! += 1
    }
  }
  return counts
}

function activityOf({ tally }: History, days: number): Record<ActivityKind, Float64Array> {
  const perDay = (...columns: number[]) =>
    Float64Array.from({ length: days }, (_, day) =>
      columns.reduce((sum, column) => sum + tallyOn(tally, day, column), 0),
    )
  return {
    useful: perDay(TALLY.ownerOnTopic, TALLY.memberOnTopic, TALLY.helperOnTopic),
    ads: perDay(TALLY.ads),
    chatter: perDay(TALLY.ownerOffTopic, TALLY.memberOffTopic, TALLY.helperOffTopic),
  }
}
