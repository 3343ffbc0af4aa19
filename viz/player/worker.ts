import { ScenarioError, computePlayback, resolveScenario } from '../../sim/index.ts'
import type { Playback, Scenario } from '../../sim/index.ts'
import { readRequest, type Request } from './requests.ts'
import { buffersOf } from './transfer.ts'

/** Why there is no run: the scenario is wrong, or we are. */
export interface Failure {
  readonly fault: 'scenario' | 'page'
  readonly text: string
}

/** What a worker tells, in this order: the scenario, progress, and the run or why there is none. */
export type Answer =
  | { readonly type: 'resolved'; readonly scenario: Scenario }
  | { readonly type: 'progress'; readonly day: number; readonly days: number }
  | { readonly type: 'done'; readonly playback: Playback }
  | ({ readonly type: 'failed' } & Failure)

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  try {
    const request = readRequest(event.data)
    const { name, seed, library, known, forks = [] } = request
    const base = bases(library, known)
    const scenario = request.scenario ?? resolveScenario(base(name), name, base)
    tell({ type: 'resolved', scenario })
    let told = 0
    const onProgress = (day: number, days: number): void => {
      if (performance.now() - told < 60) return
      told = performance.now()
      tell({ type: 'progress', day, days })
    }
    const playback = computePlayback(scenario, seed, { forks, onProgress })
    tell({ type: 'done', playback }, buffersOf(playback))
  } catch (error) {
    const fault = error instanceof ScenarioError ? 'scenario' : 'page'
    tell({ type: 'failed', fault, text: error instanceof Error ? error.message : String(error) })
  }
})

/** The library as the engine asks it: by name, and by all names for a good guess at a wrong one. */
function bases(library: Request['library'], names: readonly string[]): Parameters<typeof resolveScenario>[2] {
  return Object.assign((base: string) => (Object.hasOwn(library, base) ? library[base] : undefined), {
    names,
  })
}

function tell(answer: Answer, transfer: ArrayBuffer[] = []): void {
  self.postMessage(answer, { transfer })
}
