import {
  ENGINE,
  ScenarioError,
  editScenario,
  readScenarioText,
  resolveScenario,
  resolveScenarioText,
  scenarioFile,
  variantFile,
} from '../../sim/index.ts'
import type { Edit, Problem, Scenario } from '../../sim/index.ts'

// The only part of the page that knows YAML; loaded when the first file of a reader is opened or saved.

/** Bodies of scenarios by name, and the names of all that there are. */
export interface Bodies {
  readonly library: Readonly<Record<string, unknown>>
  readonly known: readonly string[]
}

/** What is saved: a scenario as it is, or changes to one of the library. */
export type Saved =
  | { readonly kind: 'whole'; readonly scenario: Scenario }
  | {
      readonly kind: 'variant'
      readonly parent: string
      readonly edits: readonly Edit[]
      /** What the variant is called on the page; null: like its parent. */
      readonly title: string | null
    }

export type FileRequest = Bodies &
  (
    | { readonly type: 'read'; readonly file: File; readonly name: string }
    | { readonly type: 'write'; readonly saved: Saved }
  )

export type FileAnswer =
  /** The file extends a scenario whose body was not sent along: ask again with it. */
  | { readonly type: 'wants'; readonly base: string }
  | { readonly type: 'read'; readonly body: unknown; readonly scenario: Scenario }
  | { readonly type: 'written'; readonly text: string }
  | { readonly type: 'wrong'; readonly problems: readonly Problem[] }
  | { readonly type: 'failed'; readonly text: string }

/** Bytes; four for each character that a scenario may have. */
const LARGEST = 4_000_000

self.addEventListener('message', (event: MessageEvent<FileRequest>) => {
  answer(event.data).then(
    (said) => self.postMessage(said),
    (error: unknown) => self.postMessage(failure(error)),
  )
})

async function answer(request: FileRequest): Promise<FileAnswer> {
  const { library: bodies, known } = request
  const library = Object.assign((base: string) => (Object.hasOwn(bodies, base) ? bodies[base] : undefined), {
    names: known,
  })
  if (request.type === 'write') {
    return { type: 'written', text: textOf(request.saved, library) }
  }
  const { file, name } = request
  const read = readScenarioText(await textIn(file), file.name)
  const base = read.extended
  if (base !== null && base !== name && known.includes(base) && library(base) === undefined) {
    return { type: 'wants', base }
  }
  return { type: 'read', ...resolveScenarioText(read, name, library) }
}

function textOf(saved: Saved, library: Parameters<typeof resolveScenario>[2]): string {
  const comments = [`Written by Qunxiang ${ENGINE}.`]
  if (saved.kind === 'whole') return scenarioFile(saved.scenario, comments)
  const { parent, edits, title } = saved
  const before = resolveScenario(library(parent), parent, library)
  const edited = editScenario(before, edits).scenario
  const called =
    title === null ? edited : { ...edited, name: { 'zh-Hans': title, 'zh-Hant': title, en: title } }
  return variantFile(called, { name: parent, library }, comments)
}

async function textIn(file: File): Promise<string> {
  const wrong = (says: string): never => {
    throw new ScenarioError([{ file: file.name, line: null, path: '', says }])
  }
  if (file.size > LARGEST) return wrong(`must have at most ${LARGEST} bytes, got ${file.size}`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch (error) {
    // Old editors write GBK; what cannot be read at all ends here too.
    return wrong(
      error instanceof TypeError
        ? 'must be a text in UTF-8, got other bytes'
        : `must be readable, got: ${String(error)}`,
    )
  }
}

function failure(error: unknown): FileAnswer {
  if (error instanceof ScenarioError) return { type: 'wrong', problems: error.problems }
  return { type: 'failed', text: error instanceof Error ? error.message : String(error) }
}
