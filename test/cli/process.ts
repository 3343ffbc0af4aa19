import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The built command line. */
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** How a process ended and what it said. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A process that is still going. */
export interface Going {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

export interface StartOptions {
  readonly cwd?: string
  readonly node?: readonly string[]
  /** Another command line than the one that was built here. */
  readonly main?: string
}

/** Starts the built command line as a process of its own. */
export function start(
  args: readonly string[],
  { cwd = tmpdir(), node = [], main = MAIN }: StartOptions = {},
): Going {
  const child = spawn(process.execPath, [...node, main, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  return { child, ended }
}

export function qunxiang(args: readonly string[], options?: StartOptions): Promise<Ended> {
  return start(args, options).ended
}

/** A folder for the files of a test, and how to remove it. */
export function createFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'qunxiang-cli-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Arguments of Node for a worker thread that does something (`then`, of a `job` and its number) before each job. */
export function beforeEachJob(folder: string, name: string, then: string): readonly string[] {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs'
import { isMainThread, parentPort } from 'node:worker_threads'
let number = 0
if (!isMainThread) {
  const listen = parentPort.on.bind(parentPort)
  parentPort.on = (name, listener) =>
    listen(name, (job) => {
      number += 1
      ${then}
      listener(job)
    })
}
`,
  )
  return ['--import', pathToFileURL(file).href]
}

/** Longest time that a process may take to come to what is waited for, in milliseconds: it may be one of many. */
const PATIENCE = 60_000

/** Asks again and again until the answer is yes. */
export async function until(answer: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE
  while (performance.now() < end) {
    if (await answer()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`it must happen within ${PATIENCE / 1000} s, and did not`)
}

/** A scenario that takes long enough to be interrupted. */
export const LONG = `format: qunxiang-scenario/1
name: Long
days: 1500
market: { people: 100000, pains: { skin: 0.5 } }
community: { groups: 40, capacity: 500 }
founders: 19000
offer: { solves: skin }
plan: [{ content: { perDay: 3 }, answers: 0.8, reciprocity: 0.8 }]
`

export const SMALL = `format: qunxiang-scenario/1
name: { en: Small, zh-Hans: 小, zh-Hant: 小 }
days: 40
market: { people: 200, pains: { skin: 0.5, cooking: 0.2 } }
founders: 15
arrivals: [{ perDay: 0.5 }]
offer: { solves: skin }
plan: [{ content: { perDay: 1 }, answers: 0.5, ads: { perDay: 1 } }]
`
