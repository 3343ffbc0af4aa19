import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { logHeader, type LogHeader } from '../../sim/engine/header.ts'
import type { ReplayOptions } from '../../sim/engine/replay.ts'
import { run } from '../../sim/engine/run.ts'
import { createChain, type Link } from '../../sim/events/chain.ts'
import {
  digestOfRows,
  digestOfWorld,
  fromHexadecimal,
  hexadecimal,
  linkDay,
} from '../../sim/events/digest.ts'
import { endLine, headerLine, linkLine, rowLine } from '../../sim/events/jsonl.ts'
import { kindName } from '../../sim/events/kinds.ts'
import { createBlockSplitter } from '../../sim/events/qlog-blocks.ts'
import { createQlogWriter } from '../../sim/events/qlog.ts'
import { createRows, forget, record, type Rows } from '../../sim/events/rows.ts'
import { createWatchedReplay } from '../../sim/projections/replay.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { replayText } from './log-text.ts'

/** A fact that can be changed before it is written; it has a number only when it is. */
export interface MadeFact {
  kind: string
  group: number
  actor: number
  object: number
  value: number
  cause: MadeFact | null
}

/** A log in the making, that may be of other kinds than those of today. */
export interface MadeLog {
  header: LogHeader
  days: MadeFact[][]
  /** Digests of the state after each day: those of the run, whatever becomes of its facts. */
  readonly states: readonly string[]
}

/** The log of a run, to be changed. */
export function madeLog(scenario: Scenario, seed = '1'): MadeLog {
  const facts: MadeFact[] = []
  const days: MadeFact[][] = []
  const states: string[] = []
  run(scenario, seed, {
    observers: [
      (world, rows, from, to) => {
        days.push(factsOf(rows, from, to, facts))
        states.push(hexadecimal(digestOfWorld(world)))
      },
    ],
  })
  return { header: logHeader(scenario, seed), days, states }
}

/** Facts at positions from ≤ at < to, with their causes; `facts` has those before, and gets these. */
export function factsOf(rows: Rows, from: number, to: number, facts: MadeFact[]): MadeFact[] {
  for (let at = from; at < to; at++) {
    facts.push({
      kind: kindName(rows.kind[at] as number) as string,
      group: rows.group[at] as number,
      actor: rows.actor[at] as number,
      object: rows.object[at] as number,
      value: rows.value[at] as number,
      cause: facts[rows.cause[at] as number] ?? null,
    })
  }
  return facts.slice(facts.length - (to - from))
}

/** The log as another engine would have written it, with its kinds besides ours; null takes one away. */
export function ofAnotherEngine(
  log: MadeLog,
  kinds: Readonly<Record<string, LogHeader['kinds'][string] | null>>,
): void {
  const all = Object.entries({ ...log.header.kinds, ...kinds }).filter(([, mark]) => mark !== null)
  log.header = { ...log.header, engine: '0.0.1', kinds: Object.fromEntries(all) as LogHeader['kinds'] }
}

export interface BothForms {
  readonly text: string
  readonly bytes: Uint8Array
}

/** Writes a log down in both forms, with a chain that holds. */
export function bothForms({ header, days, states }: MadeLog): BothForms {
  const chain = createChain(headerLine(header))
  const writer = createQlogWriter((bytes) => deflateRawSync(bytes, { level: 9 }))
  const rows = createRows()
  const seqs = new Map<MadeFact, number>()
  const pieces = [writer.header(headerLine(header))]
  let text = `${headerLine(header)}\n`
  days.forEach((facts, day) => {
    for (const fact of facts) {
      const { kind, group, actor, object, value, cause } = fact
      const code = header.kinds[kind]?.[0] ?? 255
      const causeSeq = cause === null ? -1 : (seqs.get(cause) ?? 1_000_000)
      seqs.set(fact, record(rows, code, group, actor, object, value, causeSeq))
      text += `${rowLine(rows, rows.count - 1, day, kind)}\n`
    }
    const digest = digestOfRows(rows, 0, rows.count)
    const state = (states[day] ?? states.at(-1)) as string
    chain.last = linkDay(chain.last, day, digest, fromHexadecimal(state))
    const link: Link = {
      day,
      rows: rows.count,
      facts: hexadecimal(digest),
      state,
      digest: hexadecimal(chain.last),
    }
    text += `${linkLine(link)}\n`
    pieces.push(writer.day(rows, 0, rows.count, link))
    forget(rows)
  })
  const end = { days: days.length, events: rows.base, digest: hexadecimal(chain.last) }
  pieces.push(writer.end(end))
  return { text: `${text}${endLine(end)}\n`, bytes: new Uint8Array(Buffer.concat(pieces)) }
}

/** Replays a native log, taken in pieces of `step` bytes. */
export function replayBytes(bytes: Uint8Array, options: Partial<ReplayOptions> = {}, step = bytes.length) {
  const replay = createWatchedReplay({ file: 'x.qlog', ...options })
  const blocks = createBlockSplitter('x.qlog')
  for (let at = 0; at < bytes.length && !replay.isDone(); at += step) {
    for (const block of blocks.push(bytes.subarray(at, at + step)))
      replay.block(block, inflateRawSync(block.packed, { maxOutputLength: Math.max(1, block.size) }))
  }
  if (!replay.isDone()) blocks.end()
  return replay.end()
}

/** Both forms of a log, each with what reads it. */
export const FORMS = [
  ['.jsonl', ({ text }: BothForms, options: Partial<ReplayOptions> = {}) => replayText(text, options)],
  ['.qlog', ({ bytes }: BothForms, options: Partial<ReplayOptions> = {}) => replayBytes(bytes, options)],
] as const

/** The facts of each day as the fold of a log sees them. */
export function foldedDays(
  form: BothForms,
  read: (typeof FORMS)[number][1],
  options: Partial<ReplayOptions> = {},
): MadeFact[][] {
  const facts: MadeFact[] = []
  const days: MadeFact[][] = []
  read(form, {
    ...options,
    onHeader: () => [(_world, rows, from, to) => days.push(factsOf(rows, from, to, facts))],
  })
  return days
}

/** Days with causes as numbers, to be compared: two facts of a day may be equal and still be two. */
export function numbered(days: readonly (readonly MadeFact[])[]): unknown[] {
  const seqs = new Map(days.flat().map((fact, seq) => [fact, seq]))
  return days.map((facts) =>
    facts.map((fact) => ({ ...fact, cause: fact.cause === null ? -1 : seqs.get(fact.cause) })),
  )
}
