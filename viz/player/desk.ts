import type { DeskAnswer } from './desk-worker.ts'
import type { DeskRequest } from './requests.ts'

export type DeskFailure = Omit<Extract<DeskAnswer, { type: 'failed' }>, 'type'>

/** Asks the desk one thing in a worker of its own. Returns a function that stops it; nothing is heard after that. */
export function askDesk<Type extends 'opened' | 'told' | 'supposed' | 'changed' | 'all-fared'>(
  request: DeskRequest,
  hearing: {
    readonly type: Type
    readonly done: (answer: Extract<DeskAnswer, { type: Type }>) => void
    readonly failed: (failure: DeskFailure) => void
    readonly progress?: (share: number) => void
    readonly fared?: (answer: Extract<DeskAnswer, { type: 'fared' }>) => void
  },
): () => void {
  const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { type: 'module' })
  const stop = (): void => worker.terminate()
  worker.addEventListener('message', (event: MessageEvent<DeskAnswer>) => {
    const answer = event.data
    if (answer.type === 'progress') return hearing.progress?.(answer.share)
    if (answer.type === 'fared') return hearing.fared?.(answer)
    stop()
    if (answer.type === 'failed') hearing.failed(answer)
    else hearing.done(answer as Extract<DeskAnswer, { type: Type }>)
  })
  worker.addEventListener('error', (event) => {
    stop()
    hearing.failed({ fault: 'page', text: event.message || 'worker' })
  })
  worker.postMessage(request)
  return stop
}
