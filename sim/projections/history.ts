import type { Rows } from '../events/rows.ts'
import { MARK, MARKS, type World } from '../model/world.ts'
import { blameDay, createBlame, type Blame } from './blame.ts'
import { takeCensus } from './census.ts'
import { createEndings, endingsDay, type EndingsModel } from './endings.ts'
import { markDay } from './frame-marks.ts'
import { frameOf } from './frames.ts'
import { METRIC_NAMES, type MetricName } from './metric.ts'
import { measure } from './metrics.ts'
import { momentsOf, NO_MOMENTS, stepMoments, type Moment, type MomentsModel } from './moments.ts'
import { beat, createPulse, deathDayOf, latestOf, silentDayOf, type Pulse } from './pulse.ts'
import { createTally, tallyDay, type Tally } from './tally.ts'

/** All read models of one run, day by day: built alike from a run in the making and from a log. */
export interface History {
  readonly tally: Tally
  readonly pulse: Pulse
  readonly blame: Blame
  moments: MomentsModel
  /** Metrics after d whole days at index d. */
  readonly metrics: Readonly<Record<MetricName, number | null>>[]
  /** Frames after d whole days at index d, where they are wanted. */
  readonly frames: Uint8Array[] | null
  /** Departures and mutes one by one, where frames are wanted: a screen shows them on their days. */
  readonly endings: EndingsModel | null
}

export interface HistoryOptions {
  /** Keeps a frame a day for a screen, and each departure and mute. */
  readonly keepsFrames?: boolean
}

/** The history of a world in which nothing has happened yet. */
export function createHistory(world: World, options: HistoryOptions = {}): History {
  const tally = createTally()
  return {
    tally,
    pulse: createPulse(world.setting.groups),
    blame: createBlame(),
    moments: NO_MOMENTS,
    metrics: [measure(world, tally)],
    frames: options.keepsFrames === true ? [frameOf(world)] : null,
    endings: options.keepsFrames === true ? createEndings() : null,
  }
}

/** Adds the day that has just ended: its facts at positions from ≤ at < to, and the world after it. */
export function addDay(history: History, world: World, rows: Rows, from: number, to: number): void {
  const census = takeCensus(world)
  tallyDay(history.tally, rows, from, to)
  blameDay(history.blame, rows, from, to)
  beat(history.pulse, census)
  history.moments = stepMoments(history.moments, { world, rows, from, to, census, tally: history.tally })
  history.metrics.push(measure(world, history.tally, census))
  if (history.endings !== null) endingsDay(history.endings, world, rows, from, to)
  if (!history.frames) return
  const frame = frameOf(world)
  markDay(frame, world, rows, from, to)
  history.frames.push(frame)
}

/** How a run ended, of the community and of each group. */
export interface Ends {
  readonly deathDay: number | null
  readonly silentDay: number | null
  readonly groups: readonly { readonly deathDay: number | null; readonly silentDay: number | null }[]
}

export function endsOf({ pulse }: Pick<History, 'pulse'>): Ends {
  const groups = Array.from({ length: pulse.groups }, (_, group) => ({
    deathDay: deathDayOf(pulse, group),
    silentDay: silentDayOf(pulse, group),
  }))
  return {
    deathDay: latestOf(groups.map(({ deathDay }) => deathDay)),
    silentDay: latestOf(groups.map(({ silentDay }) => silentDay)),
    groups,
  }
}

/** Key moments of the whole run. */
export function momentsIn(history: History): Moment[] {
  return momentsOf(history.moments, endsOf(history))
}

/** One metric over all days: days + 1 numbers, NaN where nothing can be said. */
export function seriesOf(history: History, metric: MetricName): Float64Array {
  return Float64Array.from(history.metrics, (metrics) => metrics[metric] ?? NaN)
}

/** Every metric as a series. */
export function allSeries(history: History): Record<MetricName, Float64Array> {
  return Object.fromEntries(METRIC_NAMES.map((name) => [name, seriesOf(history, name)])) as Record<
    MetricName,
    Float64Array
  >
}

/** Person number, day of joining and group of every seat. */
export function seatsOf(world: World): { person: Uint32Array; joinedDay: Uint16Array; group: Uint16Array } {
  const person = new Uint32Array(world.seats)
  const joinedDay = new Uint16Array(world.seats)
  const group = new Uint16Array(world.seats)
  for (let seat = 0; seat < world.seats; seat++) {
    person[seat] = world.marks[seat * MARKS + MARK.person] as number
    joinedDay[seat] = world.marks[seat * MARKS + MARK.joinedDay] as number
    group[seat] = world.marks[seat * MARKS + MARK.group] as number
  }
  return { person, joinedDay, group }
}
