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

/** Those who wait for another run: starting a worker costs more than many a run. */
const idle: Computer[] = []

/** Computes one run. Returns a function that stops it; nothing is heard after that. */
export function compute(request: Request, hearing: Hearing): () => void {
  const computer = idle.pop() ?? createComputer()
  return computer.compute(request, {
    ...hearing,
    done(playback) {
      idle.push(computer)
      hearing.done(playback)
    },
    failed(failure) {
      idle.push(computer)
      hearing.failed(failure)
    },
  })
}
