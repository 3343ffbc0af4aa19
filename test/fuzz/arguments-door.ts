import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createProgram } from '../../sim/cli/program.ts'
import { tell } from '../../sim/cli/tell.ts'
import { areHarmless, argumentsOf } from './arguments.ts'
import { mustBeWhole, takeSnapshot, writeInputs } from './command-files.ts'
import { must, type Door } from './door.ts'
import { baseLogs } from './log-bases.ts'
import { brokenLog, type LogForm, type Stage } from './log-steps.ts'
import { mutatedText } from './mutate.ts'
import type { Random } from './random.ts'
import { smallerList, smallerText } from './smaller.ts'

/** What was typed, and a file that it may name. */
interface ArgumentsInput {
  readonly args: readonly string[]
  readonly file: { readonly name: string; readonly content: string | Uint8Array } | null
}

/** The command line in this process, in a folder of its own. */
export async function argumentsDoor(folder: string): Promise<Door<ArgumentsInput>> {
  writeInputs(folder)
  const before = { snapshot: takeSnapshot(folder) }
  const bases = baseLogs().slice(0, -3) // the golden ones are long
  const warnings: Error[] = []
  process.on('warning', (warning) => warnings.push(warning))
  return { name: 'arguments', make, enter, smaller, show, limit: 2000 }

  function make(random: Random): ArgumentsInput {
    if (random.oneIn(8)) return aboutBrokenFile(random)
    for (;;) {
      const args = argumentsOf(random)
      if (areHarmless(args)) return { args, file: null }
    }
  }

  function aboutBrokenFile(random: Random): ArgumentsInput {
    if (random.oneIn(4)) {
      const text = `format: qunxiang-scenario/1\nname: x\nmarket: { pains: { skin: 0.5 } }\ndays: 20\nfounders: 3\n`
      return {
        args: ['check', 'fuzzed.yaml'],
        file: { name: 'fuzzed.yaml', content: mutatedText(text, random) },
      }
    }
    const form: LogForm = random.pick(['jsonl', 'qlog', 'jsonl.gz'])
    const name = `fuzzed.${form}`
    const stages: readonly Stage[] = [
      'facts',
      'facts',
      'header',
      form === 'qlog' ? 'blocks' : 'text',
      'bytes',
    ]
    const stage = random.pick(stages)
    const steps = Array.from({ length: random.pick([1, 2, 4]) }, () => ({
      stage,
      key: String(random.below(2 ** 32)),
    }))
    const args = random.pick([
      ['replay', name],
      ['replay', name, '--verify', '--json'],
      ['replay', name, '--at', '1'],
      ['why', name, random.pick(['1', '3', '17', '50', '98'])],
      ['diff', name, 'log.qlog'],
      ['diff', 'other.qlog', name],
      ['run', name],
      ['check', name],
    ])
    return { args, file: { name, content: brokenLog(random.pick(bases), form, steps) } }
  }

  async function enter({ args, file }: ArgumentsInput): Promise<string> {
    if (file !== null) writeFileSync(join(folder, file.name), file.content)
    warnings.length = 0
    try {
      const { code, stdout, stderr } = await called(args)
      mustBeAnswer(code, stdout, stderr)
      must(warnings.length === 0, `nothing must warn, got ${warnings.map(String).join()}`)
      return code === 0 ? 'accepted' : `exit ${code}`
    } finally {
      if (file !== null) rmSync(join(folder, file.name), { force: true })
      await mustBeWhole(folder, before.snapshot).finally(() => (before.snapshot = takeSnapshot(folder)))
    }
  }

  function* smaller({ args, file }: ArgumentsInput): Generator<ArgumentsInput> {
    for (const fewer of smallerList(args, smallerText)) if (areHarmless(fewer)) yield { args: fewer, file }
    if (typeof file?.content === 'string')
      for (const content of smallerText(file.content)) yield { args, file: { ...file, content } }
  }
}

interface Called {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** What `qunxiang` would do, with what it would print. */
async function called(args: readonly string[]): Promise<Called> {
  const said = { stdout: '', stderr: '' }
  const streams = [process.stdout, process.stderr]
  const writes = streams.map((stream) => stream.write)
  process.stdout.write = (text: string | Uint8Array) => ((said.stdout += String(text)), true)
  process.stderr.write = (text: string | Uint8Array) => ((said.stderr += String(text)), true)
  let code = 0
  try {
    await createProgram((exitCode) => (code = exitCode)).parseAsync(args, { from: 'user' })
  } catch (error) {
    code = tell(error)
  } finally {
    streams.forEach((stream, at) => (stream.write = writes[at] as typeof stream.write))
  }
  await new Promise((resolve) => setImmediate(resolve)) // warnings come late
  return { code, ...said }
}

/** One of the three exit codes, and lines for people. */
export function mustBeAnswer(code: number | null, stdout: string, stderr: string): void {
  must(
    [0, 1, 2].includes(code ?? -1),
    `the exit code must be 0, 1 or 2, got ${code}: ${stderr.slice(0, 3000)}`,
  )
  must(!/^\s+at .*[:(]\d/m.test(stderr), `nobody must see a stack, got ${stderr.slice(0, 3000)}`)
  must(
    !/Error: |Warning: |undefined|\[object /.test(stderr),
    `errors must be sentences, got ${stderr.slice(0, 3000)}`,
  )
  must(code !== 2 || stderr.trim() !== '', 'a refusal must say why')
  if (stdout.startsWith('{')) JSON.parse(stdout)
}

function show({ args, file }: ArgumentsInput): string {
  const typed = `qunxiang ${args.map((arg) => JSON.stringify(arg)).join(' ')}`
  if (file === null) return typed
  return `${typed}\n${file.name}: ${typeof file.content === 'string' ? JSON.stringify(file.content) : Buffer.from(file.content).toString('base64').slice(0, 1500)}`
}
