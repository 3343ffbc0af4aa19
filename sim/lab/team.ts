import { InvariantError } from '../model/invariant.ts'
import { readJobDone, type Arm, type Job, type JobDone } from './job.ts'
import type { RunResult } from './outcome.ts'

/** A thread that does jobs: a worker of Node or of a browser, opened by whoever may open one. */
export interface LabWorker {
  readonly send: (job: Job) => void
  /**
   * `onDone` gets each answer as it came, unread. `onGone` is called once if the worker ends by itself, with what is
   * known of the reason.
   */
  readonly listen: (onDone: (message: unknown) => void, onGone: (reason: string) => void) => void
  readonly close: () => void
}

export interface TeamOptions {
  /** Workers at most; no more are opened than there are jobs. */
  readonly workers: number
  readonly openWorker: () => LabWorker
}

/** A list of jobs. Their places must be others than those of all work before. */
export interface Work {
  /** What the numbers of arms in the jobs stand for. */
  readonly arms: readonly Arm[]
  readonly jobs: readonly Job[]
  /** Each job once, unless other work is given before it is done. */
  readonly onResult: (job: Job, result: RunResult) => void
}

/** Workers that share jobs out among themselves, and stay open when there are none. */
export interface Team {
  /** Puts this work in place of what is left of the work before: none of that is begun or told of any more. */
  readonly give: (work: Work | null) => void
  readonly close: () => void
}

/** Jobs that a worker has at a time: the next one is there when it has done the first. */
const IN_HAND = 2

/** A worker at its jobs. */
interface Hand {
  readonly worker: LabWorker
  /** What it was sent and has not answered, in order; also what nobody waits for any longer. */
  readonly inHand: { readonly job: Job; readonly of: Work }[]
  /** The work of which it knows arms, and which of them. */
  knows: { readonly of: Work | null; readonly arms: Set<number> }
}

/**
 * Which worker does a job, and how many there are, changes how long it takes and nothing else. A run that breaks, or takes
 * its worker down with it, is a failed run; a new worker goes on with the rest.
 */
export function createTeam({ workers, openWorker }: TeamOptions): Team {
  const open = new Set<Hand>()
  let work: Work | null = null
  let waiting: Job[] = []
  let isClosed = false
  return {
    give(next) {
      if (isClosed) return
      work = next
      waiting = [...(next?.jobs ?? [])].reverse()
      const wanted = Math.min(Math.max(1, workers), waiting.length)
      while (open.size < wanted) hire()
      share()
    },
    close() {
      isClosed = true
      work = null
      for (const { worker } of open) worker.close()
      open.clear()
    },
  }

  /** A first job for everybody before anybody gets a second one. */
  function share(): void {
    for (let most = 1; most <= IN_HAND; most++) {
      for (const hand of open) if (hand.inHand.length < most) sendNext(hand)
    }
  }

  function sendNext(hand: Hand): void {
    const job = waiting.pop()
    if (job === undefined || work === null) return
    // The numbers of arms mean something in this work only.
    if (hand.knows.of !== work) hand.knows = { of: work, arms: new Set() }
    const isNews = !hand.knows.arms.has(job.arm)
    hand.knows.arms.add(job.arm)
    hand.inHand.push({ job, of: work })
    hand.worker.send(isNews ? { ...job, ...(work.arms[job.arm] as Arm) } : job)
  }

  function hire(): void {
    const worker = openWorker()
    const hand: Hand = { worker, inHand: [], knows: { of: null, arms: new Set() } }
    open.add(hand)
    worker.listen(
      (message) => {
        if (open.has(hand)) hear(hand, message)
      },
      (reason) => leave(hand, reason),
    )
  }

  function hear(hand: Hand, message: unknown): void {
    const answer = answerIn(
      message,
      hand.inHand.map(({ job }) => job),
    )
    if (typeof answer === 'string') {
      hand.worker.close() // whoever talks nonsense has lost count of its jobs
      return leave(hand, answer)
    }
    const at = hand.inHand.findIndex(({ job }) => job.place === answer.place)
    const [done] = hand.inHand.splice(at, 1)
    sendNext(hand)
    if (done?.of === work) work?.onResult(done.job, answer.result)
  }

  function leave(hand: Hand, reason: string): void {
    if (!open.delete(hand)) return
    // A worker does its jobs in order, so the first is the one that it fell over; the others go back.
    const [fallen, ...others] = hand.inHand
    waiting.push(...others.flatMap(({ job, of }) => (of === work ? [job] : [])).reverse())
    if (waiting.length > 0) {
      hire()
      share()
    }
    if (fallen?.of === work) work?.onResult(fallen.job, { seed: fallen.job.seed, failure: reason })
  }
}

/** The answer to a job in hand that a message is, or what is wrong with it. */
function answerIn(message: unknown, inHand: readonly Job[]): JobDone | string {
  try {
    const done = readJobDone(message)
    const isAsked = inHand.some((job) => job.place === done.place)
    return isAsked ? done : `answer.place must be that of a job in hand, got ${done.place}`
  } catch (error) {
    if (error instanceof InvariantError) return error.message
    throw error
  }
}
