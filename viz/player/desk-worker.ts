import {
  LogError,
  againWithout,
  createLogPlayback,
  fateIn,
  isRemovable,
  outcomeIn,
  run,
  whatChanged,
  worldWithout,
} from '../../sim/index.ts'
import type {
  Again,
  LogPlayback,
  MemberFate,
  Observer,
  Playback,
  WhatChanged,
  Without,
} from '../../sim/index.ts'
import { createTeller } from '../account/story.ts'
import type { Story } from '../account/story.ts'
import { readLogFile } from './read-log.ts'
import { readDeskRequest, type History, type Source } from './requests.ts'
import { buffersOf } from './transfer.ts'

export type DeskAnswer =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'opened'; readonly playback: Playback; readonly isBranch: boolean }
  | { readonly type: 'told'; readonly story: Story | null; readonly history: History }
  | { readonly type: 'supposed'; readonly without: Without | null; readonly fate: MemberFate | null }
  /** One luck after the other, and then that these were all. */
  | { readonly type: 'fared'; readonly luck: string; readonly again: Again | null }
  | { readonly type: 'all-fared' }
  | { readonly type: 'changed'; readonly changed: WhatChanged }
  | { readonly type: 'failed'; readonly fault: 'log' | 'page'; readonly text: string }

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  answer(event.data).catch((error: unknown) => {
    const fault = error instanceof LogError ? 'log' : 'page'
    tell({ type: 'failed', fault, text: error instanceof Error ? error.message : String(error) })
  })
})

/** Progress is told no more often than this. */
const TELL_EVERY_MS = 60

async function answer(message: unknown): Promise<void> {
  const request = readDeskRequest(message)
  switch (request.type) {
    case 'open-log': {
      const log = createLogPlayback({ file: request.file.name })
      await read(request.file, log)
      const { header, playback } = log.end()
      const isBranch = (header.forks ?? []).length > 0
      return tell({ type: 'opened', playback, isBranch }, buffersOf(playback))
    }
    case 'tell': {
      const teller = createTeller(request.person)
      const history = await relive(request.source, teller.observe)
      return tell({ type: 'told', story: teller.finish(), history })
    }
    case 'what-if': {
      const { scenario, seed, forks, person, cause } = request
      const say = progressTeller()
      const onDay = (done: number): void => say(done / scenario.days)
      const world = worldWithout(scenario, seed, cause, { forks, onDay })
      if (world === null || !isRemovable(cause)) return tell({ type: 'supposed', without: null, fate: null })
      const without = { cause, ...outcomeIn(world, person) }
      return tell({ type: 'supposed', without, fate: fateIn(world, person) })
    }
    case 'what-if-again': {
      const { scenario, seed, forks, person, cause, lucks } = request
      for (const luck of lucks) {
        const again = againWithout(scenario, seed, person, cause, { forks, luck })
        tell({ type: 'fared', luck, again })
      }
      return tell({ type: 'all-fared' })
    }
    case 'what-changed': {
      const { scenario, seed, ...asked } = request
      const say = progressTeller()
      const onDay = (done: number, days: number): void => say(done / days)
      return tell({ type: 'changed', changed: whatChanged(scenario, seed, { ...asked, onDay }) })
    }
  }
}

/** Goes through a history for somebody who watches: runs it, or folds its log. */
async function relive(source: Source, observe: Observer): Promise<History> {
  const observers = [observe]
  if (source.kind === 'run') {
    const { scenario, seed, forks } = source
    run(scenario, seed, { forks, observers })
    return { scenario, seed, forks }
  }
  const log = createLogPlayback({ file: source.file.name, observers })
  await read(source.file, log)
  const { scenario, seed, forks = [] } = log.end().header
  return { scenario, seed, forks }
}

async function read(file: File, log: LogPlayback): Promise<void> {
  await readLogFile(file, { line: log.line, block: log.block, onProgress: progressTeller() })
}

function progressTeller(): (share: number) => void {
  let told = 0
  return (share) => {
    if (performance.now() - told < TELL_EVERY_MS) return
    told = performance.now()
    tell({ type: 'progress', share })
  }
}

function tell(answer: DeskAnswer, transfer: ArrayBuffer[] = []): void {
  self.postMessage(answer, { transfer })
}
