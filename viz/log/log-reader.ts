import type { LogFilter } from './filter.ts'
import type { LogAnswer, LogRequest, LogSource } from './requests.ts'

type Told<Type extends LogAnswer['type']> = Omit<Extract<LogAnswer, { type: Type }>, 'type'>

/** What a reader of a history says. Of rows and chains only those of the list asked for last. */
export interface LogHearing {
  readonly progress: (share: number) => void
  readonly opened: (opened: Told<'opened'>) => void
  readonly filtered: (found: Told<'filtered'>) => void
  readonly rows: (found: Told<'rows'>) => void
  readonly chain: (found: Told<'chain'>) => void
  readonly writing: (share: number) => void
  readonly written: (file: Blob) => void
  readonly failed: (text: string) => void
}

/** Goes through a history in a worker of its own, and answers questions about it until it is closed. */
export interface LogReader {
  /** A new list; where the worker still makes one, the newest that was asked for comes next, and no other. */
  readonly filter: (filter: LogFilter) => void
  readonly rows: (from: number, to: number) => void
  readonly chain: (seq: number) => void
  readonly write: (what: Extract<LogRequest, { type: 'csv' | 'save' }>) => void
  readonly stopWriting: () => void
  readonly close: () => void
}

export function openLogReader(source: LogSource, hearing: LogHearing): LogReader {
  const worker = new Worker(new URL('./log-worker.ts', import.meta.url), { type: 'module' })
  const ask = (request: LogRequest): void => worker.postMessage(request)
  let list = 0
  let isFiltering = false
  let next: LogFilter | null = null

  worker.addEventListener('message', ({ data }: MessageEvent<LogAnswer>) => {
    switch (data.type) {
      case 'progress':
        return hearing.progress(data.share)
      case 'opened':
        return hearing.opened(data)
      case 'filtered':
        isFiltering = false
        if (next) return startFilter(next)
        return hearing.filtered(data)
      case 'rows':
        return isStale(data) ? undefined : hearing.rows(data)
      case 'chain':
        return isStale(data) ? undefined : hearing.chain(data)
      case 'writing':
        return hearing.writing(data.share)
      case 'written':
        return hearing.written(data.file)
      case 'failed':
        return fail(data.text)
    }
  })
  worker.addEventListener('error', (event) => fail(event.message || 'worker'))
  ask({ type: 'open', source })

  function isStale(answer: { readonly list: number }): boolean {
    return isFiltering || answer.list !== list
  }

  function startFilter(filter: LogFilter): void {
    next = null
    isFiltering = true
    ask({ type: 'filter', list: ++list, filter })
  }

  function fail(text: string): void {
    worker.terminate()
    hearing.failed(text)
  }

  return {
    filter(filter) {
      if (isFiltering) next = filter
      else startFilter(filter)
    },
    rows: (from, to) => ask({ type: 'rows', from, to }),
    chain: (seq) => ask({ type: 'chain', seq }),
    write: ask,
    stopWriting: () => ask({ type: 'stop' }),
    close: () => worker.terminate(),
  }
}
