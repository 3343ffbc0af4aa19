import { parametersWith } from '../model/parameters.ts'
import type { Fork } from '../engine/stages.ts'
import type { World } from '../model/world.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { notSimulated } from '../scenario/not-simulated.ts'
import { createEndings, endingsIn, type Endings } from './endings.ts'
import { FRAME, FRAME_BYTES, SEAT_STATES } from './frames.ts'
import { allSeries, endsOf, momentsIn, seatsOf, type History } from './history.ts'
import type { MetricName } from './metric.ts'
import type { Moment } from './moments.ts'
import { fatigueThatDoublesMuteRisk } from './mute-risk.ts'
import { TALLY, tallyOn } from './tally.ts'

/** What goes on in the groups on one day: messages, by what they are to a member; packets sent; meetings held. */
export const ACTIVITY_KINDS = ['useful', 'ads', 'chatter', 'packets', 'meetings'] as const
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
  /** Forks of the history that is shown, those that change anything; none where it is no branch. */
  readonly forks: readonly Fork[]
  /** Last digest of the chain: equal digests mean equal histories. */
  readonly digest: string
  readonly days: number
  /** Members ever: the number of seats in a frame. Seat = order of joining. */
  readonly seats: number
  /** (days + 1) × seats × FRAME_BYTES bytes. */
  readonly frames: Uint8Array
  /** Person number, day of joining (0-based) and group of each seat. */
  readonly person: Uint32Array
  readonly joinedDay: Uint16Array
  readonly group: Uint16Array
  /** Who left, and who muted, of her own will: all of the run. */
  readonly departures: Endings
  readonly mutes: Endings
  /** Number of seats in each state after each day: (days + 1) × SEAT_STATES.length. */
  readonly stateCounts: Uint32Array
  /** days + 1 numbers a metric; NaN where undefined (0 ÷ 0, or not simulated). */
  readonly series: Readonly<Record<MetricName, Float64Array>>
  /** What went on *on* day d at index d (days entries): messages, packets, meetings. */
  readonly activity: Readonly<Record<ActivityKind, Float64Array>>
  readonly moments: readonly Moment[]
  /** Fatigue (0–1) at which the risk of muting has doubled, with the parameters of this scenario; Infinity where it never does. */
  readonly doublingFatigue: number
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
  readonly forks: readonly Fork[]
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
    ...endingsIn(history.endings ?? createEndings()),
    stateCounts: countStates(frames, world.seats, days),
    series: allSeries(history),
    activity: activityOf(history, days),
    moments: momentsIn(history),
    doublingFatigue: fatigueThatDoublesMuteRisk(parametersWith(run.scenario.model)),
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
    packets: perDay(TALLY.packets),
    meetings: perDay(TALLY.meetings),
  }
}
