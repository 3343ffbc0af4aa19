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

/**
 * Computes one run in a worker of its own; the page never runs the engine itself. Returns a function that stops it;
 * nothing is heard after that.
 */
export function compute(request: Request, hearing: Hearing): () => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const end = (): void => worker.terminate()
  worker.addEventListener('message', (event: MessageEvent<Answer>) => {
    const answer = event.data
    switch (answer.type) {
      case 'resolved':
        return hearing.resolved(answer.scenario)
      case 'progress':
        return hearing.progress(answer.day, answer.days)
      case 'done':
        end()
        return hearing.done(answer.playback)
      case 'failed':
        end()
        return hearing.failed(answer)
    }
  })
  worker.addEventListener('error', (event) => {
    end()
    hearing.failed({ fault: 'page', text: event.message || 'worker' })
  })
  worker.postMessage(request)
  return end
}
