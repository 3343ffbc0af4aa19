import type { Door } from './door.ts'
import { createRandom } from './random.ts'

/** What many inputs came to at a door. */
export interface Tally {
  readonly door: string
  readonly inputs: number
  readonly accepted: number
  /** How many were refused, by kind of error. */
  readonly refused: Readonly<Record<string, number>>
  /** Milliseconds that the slowest input took, and its number. */
  readonly slowest: { readonly ms: number; readonly input: number }
  readonly failure: Failure | null
}

/** An input at which a door broke. */
export interface Failure {
  readonly input: number
  readonly says: string
  /** The smallest input found that fails in the same way. */
  readonly smallest: string
}

export interface FuzzOptions {
  readonly seed: string
  readonly from: number
  readonly to: number
  /** Called before each input. */
  readonly onInput: (input: number) => void
}

/** Growth of the memory of the process that no input may cost, in bytes. */
const MEMORY_MOST = 1_000_000_000
/** How long a smaller counterexample is looked for, in milliseconds. */
const PATIENCE = 20_000

/** What the process has in memory before anything was tried. */
const memory = process.memoryUsage.rss()

/** Puts inputs through a door until one breaks it. */
export async function fuzz<Input>(door: Door<Input>, options: FuzzOptions): Promise<Tally> {
  const { seed, from, to, onInput } = options
  const refused: Record<string, number> = {}
  let slowest = { ms: 0, input: from }
  let accepted = 0
  let failure: Failure | null = null
  let input = from
  for (; input < to && failure === null; input++) {
    onInput(input)
    const made = door.make(createRandom(`${seed}/${door.name}/${input}`))
    const tried = await tryOne(door, made)
    if (tried.says === 'accepted') accepted += 1
    else if (tried.problem === null) refused[tried.says] = (refused[tried.says] ?? 0) + 1
    else failure = { input, says: tried.problem, smallest: door.show(await smallest(door, made, tried.says)) }
    if (tried.ms > slowest.ms) slowest = { ms: Math.round(tried.ms), input }
  }
  return { door: door.name, inputs: input - from, accepted, refused, slowest, failure }
}

interface Tried {
  /** `accepted`, a kind of refusal, or a kind of failure. */
  readonly says: string
  /** What must not have happened. */
  readonly problem: string | null
  readonly ms: number
}

async function tryOne<Input>(door: Door<Input>, input: Input): Promise<Tried> {
  const first = await enterOnce(door, input)
  // Others work on the machine as well: what is slow must be slow again.
  return first.problem !== null && /^slow|^memory/.test(first.says) ? enterOnce(door, input) : first
}

async function enterOnce<Input>(door: Door<Input>, input: Input): Promise<Tried> {
  const start = performance.now()
  const work = process.cpuUsage()
  try {
    const says = await door.enter(input)
    const ms = performance.now() - start
    const grown = ms > 20 ? process.memoryUsage.rss() - memory : 0 // no memory fills in less
    const { user, system } = process.cpuUsage(work)
    // The time of the processor as well: others may have had it. Who sleeps is no less slow.
    const isSlow = ms > door.limit && ((user + system) / 1000 > door.limit || ms > 5 * door.limit)
    if (isSlow) return { says: 'slow', problem: `it took ${Math.round(ms)} ms`, ms }
    if (grown > MEMORY_MOST) return { says: 'memory', problem: `the memory grew by ${grown} bytes`, ms }
    return { says, problem: null, ms }
  } catch (error) {
    return { says: kindOf(error), problem: describe(error), ms: performance.now() - start }
  }
}

/** The kind of a failure: its error, and the first words of what it says. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return `${error.name}: ${error.message.split(/\s+/).slice(0, 4).join(' ')}`
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.name === 'Broken' ? error.message : (error.stack ?? error.message)
}

/** Takes away from an input as long as it still fails in the same way. */
async function smallest<Input>(door: Door<Input>, made: Input, says: string): Promise<Input> {
  const until = performance.now() + PATIENCE
  let smallest = made
  for (let found = true; found;) {
    found = false
    for (const less of door.smaller(smallest)) {
      if (performance.now() > until) return smallest
      const tried = await tryOne(door, less)
      if (tried.problem === null || tried.says !== says) continue
      smallest = less
      found = true
      break
    }
  }
  return smallest
}
