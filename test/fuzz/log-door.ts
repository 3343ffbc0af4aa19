import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { logFormOf, readLog, type LogTaker } from '../../sim/cli/log-file.ts'
import type { LogHeader } from '../../sim/engine/header.ts'
import { createLineSplitter } from '../../sim/events/jsonl-lines.ts'
import { KIND_NAMES } from '../../sim/events/kinds.ts'
import { LogError } from '../../sim/events/log-error.ts'
import { createBlockSplitter, type Block } from '../../sim/events/qlog-blocks.ts'
import { createLogPlayback } from '../../sim/projections/log-playback.ts'
import { createWatchedReplay, isSound, reportOf } from '../../sim/projections/replay.ts'
import { readLogFile } from '../../viz/player/read-log.ts'
import { writeLog } from '../events/log-text.ts'
import { must, refusal, type Door } from './door.ts'
import { baseLogs, type BaseLog } from './log-bases.ts'
import { brokenLog, type LogForm, type Stage, type Step } from './log-steps.ts'
import { randomBytes } from './mutate.ts'
import { createRandom, type Random } from './random.ts'
import { smallerList } from './smaller.ts'

interface LogInput {
  /** Number of the log that was broken; −1: no log at all. */
  readonly base: number
  readonly form: LogForm
  readonly reruns: boolean
  readonly steps: readonly Step[]
}

const STAGES: Readonly<Record<LogForm, readonly Stage[]>> = {
  jsonl: ['facts', 'header', 'text', 'text', 'bytes'],
  'jsonl.gz': ['facts', 'text', 'bytes'],
  qlog: ['facts', 'header', 'blocks', 'blocks', 'bytes'],
}
/** Stages after which a chain that held no longer fits. */
const BEHIND_THE_CHAIN: readonly Stage[] = ['text', 'bytes']

const NONE = { show: () => {}, clear: () => {} }

/** The file of a log, as the command line and the page read it: one of the two forms. */
export function logDoor(which: 'jsonl' | 'qlog', folder: string): Door<LogInput> {
  const bases = baseLogs()
  return { name: which, make, enter, smaller, show, limit: 2000 }

  function make(random: Random): LogInput {
    const form = which === 'qlog' ? 'qlog' : random.oneIn(5) ? 'jsonl.gz' : 'jsonl'
    // The last three are golden, and long.
    const base = random.oneIn(60) ? -1 : random.below(random.oneIn(12) ? bases.length : bases.length - 3)
    const stage = random.pick(STAGES[form])
    const steps = Array.from({ length: random.oneIn(40) ? 0 : random.pick([1, 1, 2, 3, 8]) }, () => ({
      stage: random.oneIn(6) ? random.pick(STAGES[form]) : stage,
      key: String(random.below(2 ** 32)),
    }))
    return { base, form, reruns: random.oneIn(2), steps }
  }

  async function enter({ base, form, reruns, steps }: LogInput): Promise<string> {
    const log = bases[base]
    const bytes = log === undefined ? noLog(steps) : brokenLog(log, form, steps)
    const file = join(folder, `fuzzed.${form}`)
    const said = await replayed({ file, bytes, reruns })
    const isTouched = log !== undefined && contentOf(log, form) !== unpacked(bytes, form)
    if (steps.every(({ stage }) => BEHIND_THE_CHAIN.includes(stage)) && isTouched)
      must(said !== 'accepted', 'a log that was changed behind its chain must not be found to hold')
    if (steps.length === 0 && log !== undefined && base < 4)
      must(said === 'accepted', `a log as it was written must hold, got ${said}`)
    // The page reads every sixth: what one of the two finds, the other must find as well.
    if (bytes.length % 6 === 0) {
      const page = await openedOnPage(bytes, form)
      must(
        (page === 'accepted') === (said === 'accepted' || (said === 'false' && reruns)) ||
          said === page ||
          said === 'false',
        `the page must find what the command line finds, ${said}, got ${page}`,
      )
    }
    return said
  }

  function* smaller(input: LogInput): Generator<LogInput> {
    for (const steps of smallerList(input.steps)) yield { ...input, steps }
    if (input.reruns) yield { ...input, reruns: false }
    if (input.base > 0) yield { ...input, base: 0 }
  }

  function show({ base, form, reruns, steps }: LogInput): string {
    const log = bases[base]
    const bytes = log === undefined ? noLog(steps) : brokenLog(log, form, steps)
    const told = form === 'jsonl' ? bytes.toString().slice(-1500) : bytes.subarray(0, 600).toString('base64')
    return `${JSON.stringify({ base, form, reruns, steps })}\n${told}`
  }
}

interface Reading {
  readonly file: string
  readonly bytes: Buffer
  readonly reruns: boolean
}

/** Reads a log as `qunxiang replay` does; `false` for one that can be read and does not hold. */
async function replayed({ file, bytes, reruns }: Reading): Promise<string> {
  try {
    const replay = createWatchedReplay({ file, reruns })
    // A disk takes longer than all the rest: every eighth file is one.
    if (bytes.length % 8 === 0 || file.endsWith('.gz')) {
      writeFileSync(file, bytes)
      await readLog(file, replay, NONE)
    } else readBytes(file, bytes, replay)
    const done = replay.end()
    JSON.stringify(reportOf(done))
    if (!isSound(done.verified)) return 'false'
    if (done.verified.rerun === true) mustBeAsWritten(bytes, done.header, file)
    return 'accepted'
  } catch (error) {
    return refusal(error, ['LogError', 'InputError'], /fuzzed\.[a-z.]+(?::\d+)?[: ]/)
  }
}

/** The same as `readLog`, of a file that is in memory. */
function readBytes(file: string, bytes: Buffer, taker: LogTaker): void {
  if (logFormOf(file)?.native === true) {
    const blocks = createBlockSplitter(file)
    for (const block of blocks.push(bytes)) taker.block(block, inflated(file, block))
    blocks.end()
    return
  }
  const lines = createLineSplitter(file, taker.line)
  lines.push(bytes.toString())
  lines.end()
}

function inflated(file: string, { packed, size }: Block): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    throw new LogError({ file, line: null, day: null }, `must unpack, got ${String(error)}`)
  }
}

/** A log in lines that was run again, and found the same, is written in the one way that there is. */
function mustBeAsWritten(bytes: Buffer, header: LogHeader, file: string): void {
  if (logFormOf(file)?.native !== false || header.forks !== undefined) return
  if (Object.keys(header.kinds).length !== KIND_NAMES.length) return
  must(
    writeLog(header.scenario, header.seed).text ===
      (logFormOf(file)?.gzip ? gunzipSync(bytes) : bytes).toString(),
    'a log that holds must be that of its scenario, byte by byte',
  )
}

async function openedOnPage(bytes: Buffer, form: LogForm): Promise<string> {
  try {
    const file = new File([new Uint8Array(bytes)], `fuzzed.${form}`)
    const log = createLogPlayback({ file: file.name })
    await readLogFile(file, { line: log.line, block: log.block })
    log.end()
    return 'accepted'
  } catch (error) {
    return refusal(error, ['LogError'], /^fuzzed\.[a-z.]+(?::\d+)?: /)
  }
}

/** Random bytes, or gigabytes of nothing much. */
function noLog(steps: readonly Step[]): Buffer {
  const key = steps.map(({ key }) => key).join()
  return Buffer.concat([Buffer.from(key.length % 2 === 0 ? 'QLOG\r\n\u001A\u0001' : ''), bytesOf(key)])
}

function bytesOf(key: string): Buffer {
  return randomBytes(createRandom(key))
}

/** What a file holds, unpacked where zlib packed it: there are many ways of packing one text. */
function unpacked(bytes: Buffer, form: LogForm): string {
  try {
    return form === 'jsonl.gz' ? gunzipSync(bytes).toString() : bytes.toString('latin1')
  } catch {
    return ''
  }
}

function contentOf({ forms }: BaseLog, form: LogForm): string {
  if (form === 'qlog') return Buffer.from(forms.bytes).toString('latin1')
  return form === 'jsonl' ? Buffer.from(forms.text).toString('latin1') : forms.text
}
