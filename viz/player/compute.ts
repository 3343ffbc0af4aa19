import type { Playback, Scenario } from '../../sim/index.ts'
import type { Request } from './requests.ts'
import type { Answer, Failure } from './worker.ts'

/** What happens while a run is computed. */
export interface Hearing {
  readonly resolved: (scenario: Scenario) => void
  readonly progress: (day: number, days: number) => void
  readonly done: (playback: Playback) => void
  readonly failed: (failure: Failure) => void
}

/** A worker that computes one run after another; the page never runs the engine itself. */
export interface Computer {
  /** Returns a function that stops the run; nothing is heard after that. */
  readonly compute: (request: Request, hearing: Hearing) => () => void
  readonly end: () => void
}

export function createComputer(): Computer {
  let worker: Worker | null = null
  const end = (): void => {
    worker?.terminate()
    worker = null
  }
  function compute(request: Request, hearing: Hearing): () => void {
    worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const listening = new AbortController()
    const { signal } = listening
    worker.addEventListener(
      'message',
      (event: MessageEvent<Answer>) => {
        const answer = event.data
        switch (answer.type) {
          case 'resolved':
            return hearing.resolved(answer.scenario)
          case 'progress':
            return hearing.progress(answer.day, answer.days)
          case 'done':
            listening.abort()
            return hearing.done(answer.playback)
          case 'failed':
            listening.abort()
            return hearing.failed(answer)
        }
      },
      { signal },
    )
    worker.addEventListener(
      'error',
      (event) => {
        listening.abort()
        end()
        hearing.failed({ fault: 'page', text: event.message || 'worker' })
      },
      { signal },
    )
    worker.postMessage(request)
    return () => {
      if (signal.aborted) return
      listening.abort()
      end() // the engine does not look up from its work
    }
  }
  return { compute, end }
}

/** Runs at a time: one core is left to the page. */
const AT_ONCE = Math.max(1, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1)
/** Those who wait for another run: starting a worker costs more than many a run. */
const idle: Computer[] = []
/** Runs that wait for somebody to do them. */
const waiting: ((computer: Computer) => void)[] = []
let busy = 0

/** Computes one run, now or when one of those before it is done. Returns a function that stops it; nothing is heard after. */
export function compute(request: Request, hearing: Hearing): () => void {
  let stop = (): void => {
    waiting.splice(waiting.indexOf(begin), 1)
  }
  function begin(computer: Computer): void {
    busy++
    const free = (): void => {
      busy--
      const next = waiting.shift()
      if (next) next(computer)
      else idle.push(computer)
    }
    const stopRun = computer.compute(request, {
      ...hearing,
      done(playback) {
        stop = () => {}
        free()
        hearing.done(playback)
      },
      failed(failure) {
        stop = () => {}
        free()
        hearing.failed(failure)
      },
    })
    stop = () => {
      stop = () => {}
      stopRun()
      free()
    }
  }
  if (busy < AT_ONCE) begin(idle.pop() ?? createComputer())
  else waiting.push(begin)
  return () => stop()
}
