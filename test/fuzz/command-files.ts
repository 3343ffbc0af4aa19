import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { stringify } from 'yaml'
import { readLog } from '../../sim/cli/log-file.ts'
import { createWatchedReplay, isSound } from '../../sim/projections/replay.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'
import { bothForms, madeLog } from '../events/log-made.ts'
import { quietScenario, tinyScenario } from '../events/log-text.ts'
import { must } from './door.ts'

const SCENARIO_FILES = [
  'tiny.yaml',
  'other.yaml',
  'long.yaml',
  'bad.yaml',
  'empty.yaml',
  'round.yaml',
  'binary.yaml',
]
const LOG_FILES = [
  'log.jsonl',
  'log.qlog',
  'log.jsonl.gz',
  'other.qlog',
  'cut.qlog',
  'cut.jsonl',
  'changed.jsonl',
]

/** What commands may be pointed at, good and bad. */
export const INPUTS = {
  scenarios: [
    ...SCENARIO_FILES,
    'pain-point-first',
    'folder',
    'nobody',
    'loop.yaml',
    '',
    '.',
    'tiny',
    'TINY.YAML',
  ],
  logs: [
    ...LOG_FILES,
    'tiny.yaml',
    'nobody.qlog',
    'folder.qlog',
    'binary.qlog',
    'empty.jsonl',
    '',
    'loop.qlog',
  ],
} as const

/** Where commands may be told to write. */
export const OUTPUTS = [
  ...[
    'out.jsonl',
    'out.qlog',
    'out.jsonl.gz',
    'out.csv',
    'out.md',
    'out.yaml',
    'out',
    'OUT.QLOG',
    'folder',
    '.',
  ],
  ...[
    'folder/out.qlog',
    'nowhere/out.jsonl',
    'tiny.yaml/out.qlog',
    'tiny.yaml',
    'log.qlog',
    'folder.qlog',
    '',
  ],
  ...['-', 'ö.jsonl', '-.qlog', `${'x'.repeat(300)}.qlog`, 'loop.qlog', '..', 'a b.csv', 'empty.jsonl'],
] as const

/** A scenario that takes a while, so that it can be interrupted. */
const LONG = tinyScenario({ days: 1500, founders: 12, market: { people: 2000, pains: { skin: 0.5 } } })

/** Fills an empty folder with what commands may be pointed at. */
export function writeInputs(folder: string): void {
  for (const [name, content] of Object.entries(contents())) writeFileSync(join(folder, name), content)
  for (const name of ['folder', 'folder.qlog']) mkdirSync(join(folder, name), { recursive: true })
  for (const name of ['loop.yaml', 'loop.qlog']) {
    rmSync(join(folder, name), { force: true })
    symlinkSync(name, join(folder, name))
  }
}

type Contents = Readonly<Record<string, string | Uint8Array>>
let made: Contents | null = null

function contents(): Contents {
  return (made ??= makeContents())
}

function makeContents(): Contents {
  const tiny = tinyScenario()
  const { text, bytes } = bothForms(madeLog(tiny))
  return {
    'tiny.yaml': stringify(tiny),
    'other.yaml': 'extends: tiny\nfounders: 5\nmodel: { leaveBase: 0.3 }\n',
    'long.yaml': stringify(LONG),
    'bad.yaml': 'format: qunxiang-scenario/1\nname: x\ndays: many\nfounder: 3\n',
    'empty.yaml': '',
    'round.yaml': 'extends: round\n',
    'binary.yaml': Uint8Array.of(0xff, 0xfe, 0, 1),
    'log.jsonl': text,
    'log.qlog': bytes,
    'log.jsonl.gz': gzipSync(text),
    'other.qlog': bothForms(madeLog(quietScenario())).bytes,
    'cut.qlog': bytes.subarray(0, bytes.length / 2),
    'cut.jsonl': text.slice(0, text.length / 2),
    'changed.jsonl': text.replace('"actor":3,', '"actor":4,'),
    'binary.qlog': Uint8Array.of(0xff, 0xfe, 0, 1),
    'empty.jsonl': '',
  }
}

/** What every file below a folder looked like at some moment. */
export type Snapshot = ReadonlyMap<string, string>

export function takeSnapshot(folder: string): Snapshot {
  const files = ['', 'folder', 'folder.qlog'].flatMap((below) =>
    readdirSync(join(folder, below)).map((name) => join(below, name)),
  )
  return new Map(files.map((file) => [file, lookOf(join(folder, file))]))
}

function lookOf(path: string): string {
  const found = lstatSync(path)
  return found.isFile() ? `${found.size} ${found.mtimeMs} ${found.ino}` : 'no file'
}

/** Every file that is new or another is whole, and none is half one. Puts the folder back as it was. */
export async function mustBeWhole(folder: string, before: Snapshot): Promise<void> {
  const after = takeSnapshot(folder)
  const changed = [...after].filter(([file, look]) => before.get(file) !== look).map(([file]) => file)
  const gone = [...before.keys()].filter((file) => !after.has(file))
  try {
    must(gone.length === 0, `no file must be taken away, got ${gone.join(', ')}`)
    for (const file of changed) await mustBeWholeFile(folder, file)
  } finally {
    if (changed.length + gone.length > 0) {
      for (const file of changed) rmSync(join(folder, file), { recursive: true, force: true })
      writeInputs(folder)
    }
  }
}

async function mustBeWholeFile(folder: string, file: string): Promise<void> {
  const path = join(folder, file)
  must(!file.endsWith('.part'), `nothing must be left half written, got ${file}`)
  const name = file.toLowerCase()
  // A table may be called like a log, if somebody wants it so.
  const isLog = ['Q', '{', '\u001F'].includes(readFileSync(path, 'latin1').slice(0, 1))
  if (isLog && /\.(?:qlog|jsonl|jsonl\.gz)$/.test(name)) {
    const replay = createWatchedReplay({ file: path })
    await readLog(path, replay, { show: () => {}, clear: () => {} })
    must(isSound(replay.end().verified), `a log must be written whole, got ${file}`)
    return
  }
  const text = readFileSync(path, 'utf8')
  must(text.endsWith('\n') && text.length > 10, `a file must be written whole, got ${file}`)
  if (text.startsWith('# yaml')) parseScenario(text, path, () => undefined)
}
