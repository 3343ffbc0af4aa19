import { createLogPlayback, createQlogTranscriber, createTranscript, run } from '../../sim/index.ts'
import type { Observer, Transcript } from '../../sim/index.ts'
import { readLogFile } from '../player/read-log.ts'
import { addDay, createColumns, startOfDay } from './columns.ts'
import { csvHead, csvLine } from './csv.ts'
import type { CsvHeads } from './csv.ts'
import { createFileParts } from './file-parts.ts'
import { countsOfKinds, matchesByDay, matchesOf, placeOf } from './filter.ts'
import type { LogAnswer, LogRequest, LogSource } from './requests.ts'
import { chainOf, rowAt } from './rows.ts'
import type { Vocabulary } from './sentences.ts'

// Goes through one history, keeps its facts, and answers questions about them until it is ended. Only work that takes
// long lets other messages in between; what is no longer wanted is found out there.

const columns = createColumns()
let source: LogSource | null = null
let transcript: Transcript | null = null
let matches: Uint32Array = new Uint32Array(0)
let list = 0
/** Number of the file being written; another one, or `stop`, makes it unwanted. */
let file = 0

self.addEventListener('message', (event: MessageEvent<LogRequest>) => {
  answer(event.data).catch((error: unknown) => {
    tell({ type: 'failed', text: error instanceof Error ? error.message : String(error) })
  })
})

/** Progress is told no more often than this. */
const TELL_EVERY_MS = 60
/** Most rows that are handed over at once. */
const ROWS_MOST = 2000

async function answer(request: LogRequest): Promise<void> {
  switch (request.type) {
    case 'open':
      await open(request.source)
      return tell({
        type: 'opened',
        count: columns.count,
        days: columns.ends.length,
        kinds: countsOfKinds(columns),
      })
    case 'filter':
      list = request.list
      matches = matchesOf(columns, request.filter)
      return tell({ type: 'filtered', list, byDay: matchesByDay(matches, columns) })
    case 'rows': {
      const from = Math.max(0, request.from)
      const to = Math.min(matches.length, request.to, from + ROWS_MOST)
      const rows = Array.from(matches.subarray(from, to), (seq) => rowAt(columns, seq))
      return tell({ type: 'rows', list, from, rows })
    }
    case 'chain': {
      const chain = chainOf(columns, request.seq)
      return tell({ type: 'chain', list, chain, places: chain.map(({ seq }) => placeInList(seq)) })
    }
    case 'csv':
      return write(rowsAsCsv(request.count, request.heads, request.vocabulary))
    case 'save':
      if (source?.kind === 'log') return write(fileAsText(source.file))
      return transcript ? write(runAsText(transcript)) : undefined
    case 'stop':
      file += 1
  }
}

async function open(from: LogSource): Promise<void> {
  source = from
  const say = progressTeller((share) => tell({ type: 'progress', share }))
  const keep: Observer = (_, rows, first, end) => addDay(columns, rows, first, end)
  if (from.kind === 'log') {
    const log = createLogPlayback({ file: from.file.name, observers: [keep] })
    await readLogFile(from.file, { line: log.line, block: log.block, onProgress: say })
    log.end()
    return
  }
  const { scenario, seed, forks } = from
  transcript = createTranscript(scenario, seed, forks)
  run(scenario, seed, {
    forks,
    observers: [transcript.observe, keep],
    onDay: (done) => say(done / scenario.days),
  })
}

function placeInList(seq: number): number {
  const place = placeOf(matches, seq)
  return matches[place] === seq ? place : -1
}

/** Somebody who writes a file: hands over its text, and asks now and then whether it is still wanted. */
type Writer = (push: (text: string) => void, goesOn: (share: number) => Promise<boolean>) => Promise<void>

async function write(writer: Writer): Promise<void> {
  const mine = ++file
  const parts = createFileParts()
  const say = progressTeller((share) => tell({ type: 'writing', share }))
  let rested = performance.now()
  await writer(parts.push, async (share) => {
    if (performance.now() - rested > BUSY_MOST_MS) {
      say(share)
      await new Promise((resolve) => setTimeout(resolve)) // messages that have come meanwhile are heard now
      rested = performance.now()
    }
    return mine === file
  })
  if (mine === file) tell({ type: 'written', file: parts.file() })
}

/** Whoever asks a question while a file is written waits no longer than this. */
const BUSY_MOST_MS = 20
/** Rows of CSV written between two looks at the clock. */
const ROWS_TOGETHER = 500

function rowsAsCsv(count: number, heads: CsvHeads, vocabulary: Vocabulary): Writer {
  const found = matches.subarray(0, count) // another list is another array
  return async (push, goesOn) => {
    push(csvHead(heads))
    for (let at = 0; at < found.length; at += ROWS_TOGETHER) {
      for (const seq of found.subarray(at, at + ROWS_TOGETHER)) push(csvLine(rowAt(columns, seq), vocabulary))
      if (!(await goesOn(at / found.length))) return
    }
  }
}

function runAsText({ header, day, end }: Transcript): Writer {
  return async (push, goesOn) => {
    const { length } = columns.ends
    push(header())
    for (let at = 0; at < length; at++) {
      push(day(at, columns, startOfDay(columns, at), startOfDay(columns, at + 1)))
      if (!(await goesOn(at / length))) return
    }
    push(end())
  }
}

/** A file that was opened, unpacked and as text: its own lines, also where another engine wrote them. */
function fileAsText(opened: File): Writer {
  return async (push) => {
    const transcribe = createQlogTranscriber(opened.name)
    await readLogFile(opened, {
      line: (text) => push(`${text}\n`),
      block: (block, raw) => push(transcribe(block, raw)),
      onProgress: progressTeller((share) => tell({ type: 'writing', share })),
    })
  }
}

function progressTeller(say: (share: number) => void): (share: number) => void {
  let told = 0
  return (share) => {
    if (performance.now() - told < TELL_EVERY_MS) return
    told = performance.now()
    say(share)
  }
}

function tell(answer: LogAnswer): void {
  self.postMessage(answer)
}
