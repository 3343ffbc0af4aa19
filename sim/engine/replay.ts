import { createChain, type Chain, type Link } from '../events/chain.ts'
import { digestOfRows, fromHexadecimal, hexadecimal, linkDay, stateText } from '../events/digest.ts'
import { createLogReader, type LogReader } from '../events/log-reader.ts'
import { forget, type Rows } from '../events/rows.ts'
import type { Upcasters } from '../events/upcasters.ts'
import { invariant } from '../model/invariant.ts'
import { ENGINE } from '../model/engine-version.ts'
import type { World } from '../model/world.ts'
import { simulateDay } from './day.ts'
import { createFold, type Fold } from './fold.ts'
import { LOG_FORMAT, type LogHeader } from './header.ts'
import { logBounds, readLogHeader } from './replay-header.ts'
import { firstDifferenceOf, firstFactDifference, type Difference } from './replay-difference.ts'
import type { Observer } from './run.ts'
import { createSimulation, type Simulation } from './simulation.ts'

export interface ReplayOptions {
  /** What the log is called in messages. */
  readonly file: string
  /** Stops after so many whole days, unless the log is re-run as well. Default: the whole log. */
  readonly at?: number
  /** Runs the scenario of the header again and compares day by day. Default: false. */
  readonly reruns?: boolean
  /** Called when the header was read; what it returns sees each day of the fold. May throw to stop there. */
  readonly onHeader?: (header: LogHeader, world: World) => readonly Observer[]
  /** How facts of older versions are read. Default: as this engine knows. */
  readonly upcasters?: Upcasters
}

/** Whether a log is what it says it is. */
export interface Verified {
  /** Every link follows from the facts as they were written and from the link before it. */
  readonly chain: boolean
  /**
   * The facts lead to the states that the links tell; null when they lead to others and another engine wrote them: it may
   * have kept other things of the same facts, or the same in another order, so that this says nothing about the log.
   */
  readonly fold: boolean | null
  /** The same scenario and seed give the same facts; null when not asked for, or by another engine. */
  readonly rerun: boolean | null
}

/** Where a log first fails: the day, and whose column where a re-run tells. */
export interface FirstDifference {
  readonly day: number
  readonly person: number | null
  readonly column: string | null
}

export interface Replayed {
  readonly header: LogHeader
  /** The state after the last day that was folded. */
  readonly world: World
  /** Whole days that were asked for. */
  readonly day: number
  /** Digest of the chain after that day. */
  readonly digest: string
  /** Facts up to that day. */
  readonly events: number
  readonly verified: Verified
  readonly firstDifference: FirstDifference | null
}

/** A log being replayed, line by line or block by block. What comes when it is done is not looked at. */
export interface Replay extends Pick<LogReader, 'line' | 'block'> {
  /** True once everything that was asked for is known, so that the rest need not be read. */
  readonly isDone: () => boolean
  /** The result, when the log is over or done. Throws a LogError when something is still missing. */
  readonly end: () => Replayed
}

/** What is known once the header was read. */
interface Playing {
  readonly header: LogHeader
  readonly fold: Fold
  readonly chain: Chain
  readonly again: Simulation | null
  readonly lastDay: number
  digest: string
  events: number
  chainHolds: boolean
  foldHolds: boolean | null
  rerunHolds: boolean
  difference: FirstDifference | null
}

/** Folds a log and checks its chain and its states on the way. Only the facts of one day are held at a time. */
export function createReplay(options: ReplayOptions): Replay {
  const { file, at, reruns = false, upcasters } = options
  let playing: Playing | null = null
  const reader = createLogReader({
    file,
    format: LOG_FORMAT,
    onHeader: (found, text) => {
      const header = readLogHeader(found, file, upcasters)
      playing = startPlaying(header, text, options)
      return logBounds(header)
    },
    onDay: (rows, from, to, link, written) => playDay(started(), { rows, from, to, link, written }),
    isDone,
    ...(upcasters !== undefined && { upcasters }),
  })
  return { line: reader.line, block: reader.block, isDone, end }

  function isDone(): boolean {
    if (playing === null || at === undefined || reruns) return false
    return at < playing.header.scenario.days && playing.fold.world.day === at
  }

  function started(): Playing {
    invariant(playing !== null, 'a log must have its header read before its first day')
    return playing
  }

  function end(): Replayed {
    if (!isDone()) reader.end()
    const { header, fold, again, lastDay, digest, events, chainHolds, foldHolds, rerunHolds, difference } =
      started()
    const rerun = again === null ? null : rerunHolds
    const verified = { chain: chainHolds, fold: foldHolds, rerun }
    return { header, world: fold.world, day: lastDay, digest, events, verified, firstDifference: difference }
  }
}

function startPlaying(header: LogHeader, text: string, options: ReplayOptions): Playing {
  const { at, reruns, onHeader } = options
  const chain = createChain(text)
  return {
    header,
    fold: createFold(header, (world) => onHeader?.(header, world) ?? []),
    chain,
    again:
      reruns === true && header.engine === ENGINE
        ? createSimulation(header.scenario, header.seed, header.forks)
        : null,
    lastDay: at ?? header.scenario.days,
    digest: hexadecimal(chain.last),
    events: 0,
    chainHolds: true,
    foldHolds: true,
    rerunHolds: true,
    difference: null,
  }
}

interface PlayedDay {
  readonly rows: Rows
  readonly from: number
  readonly to: number
  readonly link: Link
  /** The facts of the day as they stand in the log. */
  readonly written: Rows
}

function playDay(playing: Playing, day: PlayedDay): void {
  const { fold, lastDay } = playing
  fold.addDay(day.rows, day.from, day.to)
  checkRerun(playing, day)
  checkChain(playing, day)
  if (fold.world.day > lastDay) return
  playing.digest = hexadecimal(playing.chain.last)
  playing.events += day.written.count
}

function checkRerun(playing: Playing, { rows, from, to, link }: PlayedDay): void {
  const { again, fold } = playing
  if (again === null || !playing.rerunHolds) return // what follows from a difference differs anyway
  simulateDay(again)
  const here = { rows, from, to }
  const there = { rows: again.rows, from: 0, to: again.rows.count }
  const isSame =
    hexadecimal(digestOfRows(here.rows, from, to)) === hexadecimal(digestOfRows(there.rows, 0, there.to))
  const difference =
    firstDifferenceOf(fold.world, again.world) ?? (isSame ? null : firstFactDifference(here, there))
  if (difference !== null) {
    playing.rerunHolds = false
    noteDifference(playing, link.day, difference)
  }
  forget(again.rows)
}

/** The chain stands on what the links say of facts and state, the fold on the state itself: each can fail alone. */
function checkChain(playing: Playing, { written, link }: PlayedDay): void {
  const { chain, fold, header } = playing
  const facts = digestOfRows(written, 0, written.count)
  chain.last = linkDay(chain.last, link.day, facts, fromHexadecimal(link.state))
  if (hexadecimal(facts) !== link.facts || hexadecimal(chain.last) !== link.digest) {
    playing.chainHolds = false
    noteDifference(playing, link.day, null)
  }
  if (stateText(fold.world) === link.state) return
  if (header.engine !== ENGINE) playing.foldHolds = null
  else {
    playing.foldHolds = false
    noteDifference(playing, link.day, null)
  }
}

function noteDifference(playing: Playing, day: number, difference: Difference | null): void {
  playing.difference ??= { day, person: difference?.person ?? null, column: difference?.column ?? null }
}
