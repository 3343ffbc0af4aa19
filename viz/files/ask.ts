import { gather } from '../player/library.ts'
import type { Library } from '../player/library.ts'
import type { Bodies, FileAnswer, FileRequest, Saved } from './file-worker.ts'

/** What became of a file: an answer of the worker that is a last word. */
export type FileOutcome<Type extends 'read' | 'written'> = Extract<
  FileAnswer,
  { type: Type | 'wrong' | 'failed' }
>

/** Reads a scenario file over the scenarios of the library; `name` is what the library will call it. */
export async function readScenarioFile(
  file: File,
  name: string,
  { scenarios }: Library,
  signal: AbortSignal,
): Promise<FileOutcome<'read'>> {
  const known = Object.keys(scenarios)
  const first = await ask({ type: 'read', file, name, library: {}, known }, signal)
  if (first.type !== 'wants') return first as FileOutcome<'read'>
  const library = await gather(scenarios, first.base)
  return (await ask({ type: 'read', file, name, library, known }, signal)) as FileOutcome<'read'>
}

/** The text of a scenario file. */
export async function writeScenarioFile(
  saved: Saved,
  { scenarios }: Library,
): Promise<FileOutcome<'written'>> {
  const library = saved.kind === 'variant' ? await gather(scenarios, saved.parent) : {}
  const bodies: Bodies = { library, known: Object.keys(scenarios) }
  return (await ask({ type: 'write', saved, ...bodies })) as FileOutcome<'written'>
}

/** One question, one worker; aborted, there is no answer. */
function ask(request: FileRequest, signal?: AbortSignal): Promise<FileAnswer> {
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' })
  const end = (): void => worker.terminate()
  signal?.addEventListener('abort', end)
  return new Promise<FileAnswer>((resolve) => {
    worker.addEventListener('message', (event: MessageEvent<FileAnswer>) => resolve(event.data))
    worker.addEventListener('error', (event) => resolve({ type: 'failed', text: event.message || 'worker' }))
    worker.postMessage(request)
  }).finally(end)
}
