import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SCENARIOS } from '../../sim/cli/package-files.ts'
import { areHarmless, argumentsOf } from './arguments.ts'
import { mustBeAnswer } from './arguments-door.ts'
import { mustBeWhole, takeSnapshot, writeInputs } from './command-files.ts'
import { must, type Door } from './door.ts'
import { randomBytes } from './mutate.ts'
import type { Random } from './random.ts'
import { smallerList } from './smaller.ts'

/** What is started, and when it is stopped. */
interface ProcessInput {
  readonly args: readonly string[]
  readonly signal: 'SIGINT' | 'SIGTERM' | null
  /** Milliseconds until the signal. */
  readonly after: number
  /** Bytes of files that it may name. */
  readonly junk: Uint8Array
}

const LAUNCHER = join(dirname(SCENARIOS), 'bin', 'qunxiang.mjs')
/** Longest time that a process may take once it was told to stop, in milliseconds. */
const PATIENCE = 20_000

/** Commands that take long enough to be stopped, most of them with something to write. */
const LONG: readonly (readonly string[])[] = [
  ['run', 'long.yaml', '--log', 'out.qlog', '--csv', 'out.csv'],
  ['run', 'long.yaml', '--log', 'out.jsonl'],
  ['run', 'long.yaml', '--log', 'log.jsonl.gz', '--json'],
  ['run', 'long.yaml', '--csv', 'out.csv'],
  ['ensemble', 'long.yaml', '--runs', '50', '--workers', '2'],
  ['compare', 'long.yaml', 'long.yaml', '--runs', '20', '--workers', '1', '--json'],
  ['claims', 'A02', '--runs', '30', '--workers', '2', '--markdown', 'out.md'],
  ['fork', 'long.yaml', '--at', '3', '--set', 'plan[0].answers=0.1'],
  ['why', 'long.yaml', '3'],
  ['view', 'tiny.yaml', '--port', '0'],
  ['new', 'out.yaml'],
]

/** The command line as a process of its own, with arguments that may be wrong, and signals in the middle of its work. */
export async function processDoor(folder: string): Promise<Door<ProcessInput>> {
  return { name: 'processes', make, enter, smaller, show, limit: PATIENCE + 10_000 }

  function make(random: Random): ProcessInput {
    const junk = randomBytes(random)
    if (random.oneIn(2)) {
      const signal = random.pick(['SIGINT', 'SIGINT', 'SIGTERM'] as const)
      return { args: random.pick(LONG), signal, after: random.below(2500), junk }
    }
    for (;;) {
      const args = argumentsOf(random)
      const isTyped = args.every((arg) => !/\p{Cs}/u.test(arg)) // no shell hands half a character over
      if (areHarmless(args) && isTyped) return { args, signal: null, after: 0, junk }
    }
  }

  async function enter({ args, signal, after, junk }: ProcessInput): Promise<string> {
    const own = mkdtempSync(join(folder, 'process-'))
    try {
      mkdirSync(own, { recursive: true })
      writeInputs(own)
      writeFileSync(join(own, 'binary.yaml'), junk)
      const before = takeSnapshot(own)
      const { code, killed, stdout, stderr } = await ended(args, { cwd: own, signal, after })
      must(!killed, `a process must end within ${PATIENCE} ms, got none`)
      await mustBeWhole(own, before)
      if (signal !== null && (code === 130 || code === 143)) {
        must(
          code === (signal === 'SIGINT' ? 130 : 143),
          `the exit code must be that of ${signal}, got ${code}`,
        )
        must(!/^\s+at .*[:(]\d/m.test(stderr), `nobody must see a stack, got ${stderr}`)
        return `exit ${code}`
      }
      mustBeAnswer(code, args.includes('--json') ? stdout : '', stderr)
      return code === 0 ? 'accepted' : `exit ${code}`
    } finally {
      rmSync(own, { recursive: true, force: true })
    }
  }

  function* smaller(input: ProcessInput): Generator<ProcessInput> {
    if (input.signal !== null) return // it is a matter of time
    for (const args of smallerList(input.args)) if (areHarmless(args)) yield { ...input, args }
  }

  function show({ args, signal, after }: ProcessInput): string {
    const stopped = signal === null ? '' : `, ${signal} after ${after} ms`
    return `qunxiang ${args.map((arg) => JSON.stringify(arg)).join(' ')}${stopped}`
  }
}

interface Ended {
  readonly code: number | null
  readonly killed: boolean
  readonly stdout: string
  readonly stderr: string
}

/** How a process ends that gets a signal some time after it was started. */
function ended(
  args: readonly string[],
  { cwd, signal, after }: Pick<ProcessInput, 'signal' | 'after'> & { readonly cwd: string },
): Promise<Ended> {
  const child = spawn(process.execPath, [LAUNCHER, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr, killed] = ['', '', false]
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const timers = [
    setTimeout(() => signal !== null && child.kill(signal), after),
    setTimeout(() => (killed = child.kill('SIGKILL')), after + PATIENCE),
  ]
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, by) => {
      for (const timer of timers) clearTimeout(timer)
      // Before the command line listens, a signal ends the process as it ends every process: a shell sees the same code.
      const seen = by === 'SIGINT' ? 130 : by === 'SIGTERM' ? 143 : code
      resolve({ code: seen, killed, stdout, stderr })
    })
  })
}
