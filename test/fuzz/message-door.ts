import { runArms } from '../../sim/lab/ensemble.ts'
import type { LabWorker } from '../../sim/lab/team.ts'
import type { Job, JobDone } from '../../sim/lab/job.ts'
import { createJobber } from '../../sim/lab/jobber.ts'
import { hasFailed } from '../../sim/lab/outcome.ts'
import { bothForms, madeLog } from '../events/log-made.ts'
import { quietScenario } from '../events/log-text.ts'
import { must, type Door } from './door.ts'
import { mutatedValue, strangeValue } from './mutate.ts'
import type { Random } from './random.ts'
import { smallerValue } from './smaller.ts'

/** A message, and who gets it. */
interface MessageInput {
  readonly to: 'jobber' | 'team' | 'page' | 'desk'
  readonly message: unknown
}

type Listener = (event: { readonly data: unknown }) => void

/** What a worker of the page answers, one message after the other. */
type Answers = Readonly<Record<string, unknown>>[]

const scenario = quietScenario()
const JOB: Job = { place: 0, arm: 0, seed: 's', wish: { days: [1], series: ['members'] }, scenario }
/** A refusal names the place in the message, or in its scenario, and what must hold there. */
const PLACE =
  /^(?:job|answer|request|a |an )[^\n]* must |: [^\n]+ (?:must|is|goes) |^[^\n]+ (?:must|is|goes) /

/** The messages between threads: jobs and their results, and what the page asks of its workers. */
export async function messageDoor(): Promise<Door<MessageInput>> {
  const doneJob = createJobber()(JOB)
  const log = new File([bothForms(madeLog(scenario)).text], 'x.jsonl')
  const page = await listenerOf(() => import('../../viz/player/worker.ts'))
  const desk = await listenerOf(() => import('../../viz/player/desk-worker.ts'))
  const run = { name: 'x', seed: 's', library: { x: scenario }, known: ['x'], scenario: null }
  const history = { scenario, seed: 's', forks: [{ at: 1, edits: [{ path: 'plan[0].answers', value: 0 }] }] }
  const changed = { scenario, seed: 's', parent: [], branch: history.forks }
  const source = { kind: 'run', ...history }
  const valid: readonly MessageInput[] = [
    { to: 'jobber', message: JOB },
    { to: 'jobber', message: { ...JOB, forks: history.forks } },
    { to: 'team', message: doneJob },
    { to: 'team', message: { place: 0, result: { seed: 's', failure: 'no' } } },
    { to: 'page', message: run },
    { to: 'page', message: { ...run, library: { x: { extends: 'y' }, y: scenario } } },
    { to: 'page', message: { ...run, scenario } },
    { to: 'page', message: { ...run, scenario, forks: history.forks } },
    { to: 'desk', message: { type: 'open-log', file: log } },
    { to: 'desk', message: { type: 'tell', source, person: 1 } },
    { to: 'desk', message: { type: 'tell', source: { ...source, forks: history.forks }, person: 1 } },
    { to: 'desk', message: { type: 'tell', source: { kind: 'log', file: log }, person: 1 } },
    { to: 'desk', message: { type: 'what-if', person: 1, cause: 'hard-ads', ...history } },
    { to: 'desk', message: { type: 'what-changed', ...changed } },
    { to: 'desk', message: { type: 'what-changed', ...changed, person: 1 } },
    {
      to: 'desk',
      message: { type: 'what-if-again', person: 1, cause: 'hard-ads', lucks: ['1'], ...history },
    },
  ]
  return { name: 'messages', make, enter, smaller, show, limit: 2000 }

  function make(random: Random): MessageInput {
    const { to, message } = random.pick(valid)
    if (random.oneIn(30)) return { to, message }
    if (random.oneIn(20)) return { to, message: unlikeJson(random) }
    let mutated = message
    for (let times = random.pick([1, 1, 2, 3]); times > 0; times--) mutated = mutatedValue(mutated, random)
    return { to, message: random.oneIn(15) ? withUnlikeJson(mutated, random) : mutated }
  }

  function enter({ to, message }: MessageInput): string | Promise<string> {
    switch (to) {
      case 'jobber':
        return jobDone(message)
      case 'team':
        return teamDone(message, doneJob)
      case 'page':
        return answered(page(message), ['done'])
      case 'desk':
        return answered(desk(message), ['opened', 'told', 'supposed', 'changed', 'all-fared'])
    }
  }

  function* smaller({ to, message }: MessageInput): Generator<MessageInput> {
    for (const less of smallerValue(message)) yield { to, message: less }
  }
}

/** A worker answers every message, and does the next job as if nothing had been. */
function jobDone(message: unknown): string {
  const doJob = createJobber()
  const said = verdictOn(doJob(message))
  const next = doJob({ ...JOB, place: 1, arm: 1 })
  must(next.place === 1 && !hasFailed(next.result), 'the job after a broken message must be done')
  return said
}

function verdictOn({ result }: JobDone): string {
  if (!hasFailed(result)) return 'accepted'
  must(PLACE.test(result.failure), `a refusal must name the place, got ${JSON.stringify(result.failure)}`)
  return 'failed run'
}

/** Whatever a worker answers, every run comes to an end, and those that others did are as they should be. */
async function teamDone(message: unknown, doneJob: JobDone): Promise<string> {
  const pieces = { sent: 0 }
  const [results = []] = await runArms([{ scenario }], {
    runs: 3,
    seed: 's',
    workers: 1,
    openWorker: () => workerThatSays(message, pieces),
  })
  must(results.length === 3 && !results.includes(null), 'every run must come to an end')
  const [first, , last] = results
  // A worker has two jobs in hand, and its answer may be about either.
  must(last !== null && last !== undefined && !hasFailed(last), 'the run after a broken answer must be done')
  if (first === null || first === undefined || !hasFailed(first)) return 'accepted'
  // An answer may well tell of a run that failed, in whatever words.
  const { result } = Object(message) as { readonly result?: { readonly failure?: unknown } | null }
  const isTold = result?.failure === first.failure
  return isTold ? 'accepted' : verdictOn({ ...doneJob, result: first })
}

/** A worker whose first answer is a given one. */
function workerThatSays(message: unknown, pieces: { sent: number }): LabWorker {
  const doJob = createJobber()
  let answer: (message: unknown) => void = () => undefined
  return {
    send: (job) => {
      const done = doJob(job)
      const says = pieces.sent++ === 0 ? message : done
      queueMicrotask(() => answer(says))
    },
    listen: (onDone) => (answer = onDone),
    close: () => undefined,
  }
}

/** A worker of the page in this thread: what it answers to a message, up to its last word. */
async function listenerOf(load: () => Promise<unknown>): Promise<(message: unknown) => Promise<Answers>> {
  let listener: Listener = () => undefined
  let heard: (answer: Answers[number]) => void = () => undefined
  const self = {
    addEventListener: (_type: string, added: Listener) => (listener = added),
    postMessage: (answer: Answers[number]) => heard(structuredClone(answer)),
  }
  Object.defineProperty(globalThis, 'self', { value: self, configurable: true, writable: true })
  await load()
  return async (message) => {
    Object.assign(globalThis, { self })
    const answers: Answers = []
    const last = new Promise<void>((resolve) => {
      heard = (answer) => {
        answers.push(answer)
        if (!['progress', 'resolved', 'fared'].includes(String(answer['type']))) resolve()
      }
    })
    listener({ data: message })
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, 5000)))
    await Promise.race([last, patience])
    clearTimeout(timer)
    return answers
  }
}

/** One last word for every question. */
async function answered(asked: Promise<Answers>, good: readonly string[]): Promise<string> {
  const answers = await asked
  const last = answers.filter(({ type }) => type === 'failed' || good.includes(String(type)))
  must(last.length === 1, `a message must have one last answer, got ${last.length}`)
  const { type, fault, text } = last[0] ?? {}
  if (type !== 'failed') return 'accepted'
  must(PLACE.test(String(text)), `a refusal must name the place, got ${JSON.stringify(text)}`)
  return `fault of the ${String(fault)}`
}

/** Values that threads can tell each other and JSON cannot. */
function unlikeJson(random: Random): unknown {
  const round: Record<string, unknown> = { place: 0 }
  round['self'] = round
  const others = [
    undefined,
    10n,
    new Date(0),
    new Map([['place', 0]]),
    new Set([1]),
    /x/,
    new Error('x'),
    round,
  ]
  return random.oneIn(3)
    ? strangeValue(random)
    : random.pick([...others, new Float64Array(2), new ArrayBuffer(8)])
}

function withUnlikeJson(message: unknown, random: Random): unknown {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return unlikeJson(random)
  const keys = Object.keys(message)
  const key = keys[random.below(keys.length)] ?? 'place'
  const below: unknown = Reflect.get(message, key)
  return { ...message, [key]: random.oneIn(2) ? unlikeJson(random) : withUnlikeJson(below, random) }
}

function show({ to, message }: MessageInput): string {
  try {
    return `${to}: ${JSON.stringify(message)}`
  } catch {
    return `${to}: ${String(message)}`
  }
}
