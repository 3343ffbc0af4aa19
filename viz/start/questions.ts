import shipped from 'virtual:scenario-questions'
import type { Locale } from '../../sim/index.ts'
import type { Library } from '../player/library.ts'

type Scenarios = Pick<Library, 'scenarios'>

/** What a scenario asks; a change that asks nothing of its own asks what the changed one does. Empty: nothing. */
export function questionOf(library: Scenarios, name: string, locale: Locale): string {
  for (const each of lineOf(library, name)) {
    const question = fieldOf(library, each, 'question')
    if (typeof question === 'string') return question
    const local = entryOf(question, locale) ?? entryOf(question, 'zh-Hans')
    if (typeof local === 'string') return local
  }
  return ''
}

/** Beside what a scenario is meant to be seen first: its contrast, or else what it changes; null for neither. */
export function contrastOf(library: Scenarios, name: string): string | null {
  const own = fieldOf(library, name, 'contrast')
  const [parent] = lineOf(library, name).slice(1)
  const wanted: readonly unknown[] = [...(Array.isArray(own) ? (own as readonly unknown[]) : []), parent]
  const isThere = (each: unknown): each is string =>
    typeof each === 'string' && each !== name && Object.hasOwn(library.scenarios, each)
  return wanted.find(isThere) ?? null
}

/** A scenario, what it extends, and so on. */
function lineOf({ scenarios }: Scenarios, name: string): string[] {
  const line: string[] = []
  let next: unknown = name
  while (typeof next === 'string' && Object.hasOwn(scenarios, next) && !line.includes(next)) {
    line.push(next)
    next = entryOf(scenarios[next], 'extends')
  }
  return line
}

/** A field of its own; of a shipped scenario, whose body may not be here yet, from the list of questions. */
function fieldOf({ scenarios }: Scenarios, name: string, key: string): unknown {
  const entry = scenarios[name]
  return typeof entryOf(entry, 'load') === 'function' ? entryOf(shipped[name], key) : entryOf(entry, key)
}

function entryOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}
