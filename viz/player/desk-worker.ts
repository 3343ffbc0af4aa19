import { LogError, createLogPlayback, run } from '../../sim/index.ts'
import type { LogPlayback, Playback, Scenario } from '../../sim/index.ts'
import { createTeller } from '../account/story.ts'
import type { Story } from '../account/story.ts'
import { readLogFile } from './read-log.ts'
import { buffersOf } from './transfer.ts'

/** Where a side comes from: a run that can be run again, or a log that can be read again. */
export type Source =
  | { readonly kind: 'run'; readonly scenario: Scenario; readonly seed: string }
  | { readonly kind: 'log'; readonly file: File }

/** What the desk is asked once somebody wants to know more; it is no part of the first load. */
export type DeskRequest =
  | { readonly type: 'open-log'; readonly file: File }
  | { readonly type: 'tell'; readonly source: Source; readonly person: number }

export type DeskAnswer =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'opened'; readonly playback: Playback }
  | { readonly type: 'told'; readonly story: Story | null }
  | { readonly type: 'failed'; readonly fault: 'log' | 'page'; readonly text: string }

self.addEventListener('message', (event: MessageEvent<DeskRequest>) => {
  answer(event.data).catch((error: unknown) => {
    const fault = error instanceof LogError ? 'log' : 'page'
    tell({ type: 'failed', fault, text: error instanceof Error ? error.message : String(error) })
  })
})

async function answer(request: DeskRequest): Promise<void> {
  if (request.type === 'open-log') {
    const log = createLogPlayback({ file: request.file.name })
    await read(request.file, log)
    const { playback } = log.end()
    return tell({ type: 'opened', playback }, buffersOf(playback))
  }
  const teller = createTeller(request.person)
  const { source } = request
  if (source.kind === 'run') run(source.scenario, source.seed, { observers: [teller.observe] })
  else {
    const log = createLogPlayback({ file: source.file.name, observers: [teller.observe] })
    await read(source.file, log)
    log.end()
  }
  tell({ type: 'told', story: teller.finish() })
}

/** Reads a file into a fold; progress is told now and then. */
async function read(file: File, log: LogPlayback): Promise<void> {
  let told = 0
  await readLogFile(file, {
    line: log.line,
    onProgress(share) {
      if (performance.now() - told < 60) return
      told = performance.now()
      tell({ type: 'progress', share })
    },
  })
}

function tell(answer: DeskAnswer, transfer: ArrayBuffer[] = []): void {
  self.postMessage(answer, { transfer })
}
