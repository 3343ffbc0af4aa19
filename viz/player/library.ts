import shipped from 'virtual:scenarios'
import type { Locale } from '../../sim/index.ts'

/**
 * The scenarios that a page can show, by name, and those that it was opened for. A scenario is as written, nothing
 * merged or checked yet; one whose body is not here yet has its name and how to `load` it.
 */
export interface Library {
  readonly scenarios: Readonly<Record<string, unknown>>
  readonly names: readonly string[]
  readonly seed: string
  /** Somebody asked for these names when the page was served. */
  readonly isGiven: boolean
  /** Names of the scenarios that the reader put there from files of her own, newest last. */
  readonly own: string[]
}

const DEFAULT_SEED = '1'
const DEFAULT_NAMES = ['ads-from-day-one', 'pain-point-first']

/** The shipped scenarios, and on top of them what `qunxiang view FILE…` put beside the page. */
export async function openLibrary(): Promise<Library> {
  const given = await readGiven()
  const { names = DEFAULT_NAMES, seed = DEFAULT_SEED, scenarios = {} } = given ?? {}
  return { names, seed, scenarios: { ...shipped, ...scenarios }, own: [], isGiven: given !== null }
}

/**
 * What a file of the reader's own is to be called. The name of one that is shipped (or that the page was opened for)
 * stays what it is, for others extend it and addresses name it; her own is replaced by its newer version.
 */
export function freeName({ scenarios, own }: Pick<Library, 'scenarios' | 'own'>, wish: string): string {
  const isTaken = (name: string): boolean => Object.hasOwn(scenarios, name) && !own.includes(name)
  let free = wish
  for (let number = 2; isTaken(free); number++) free = `${wish}-${number}`
  return free
}

/** Puts a scenario of the reader's own into the library: the one way in which a library grows. */
export function addOwn(library: Library, name: string, body: unknown): void {
  Object.assign(library.scenarios, { [name]: body })
  const { own } = library
  if (own.includes(name)) own.splice(own.indexOf(name), 1)
  own.push(name)
}

/** The bodies of a scenario and of all that it extends, by name: what an engine needs to make sense of it. */
export async function gather(
  scenarios: Library['scenarios'],
  name: string,
): Promise<Readonly<Record<string, unknown>>> {
  const bodies: Record<string, unknown> = {}
  let next: unknown = name
  while (typeof next === 'string' && Object.hasOwn(scenarios, next) && !Object.hasOwn(bodies, next)) {
    const body = await bodyOf(scenarios[next])
    bodies[next] = body
    next = fieldOf(body, 'extends')
  }
  return bodies
}

/** What a scenario calls itself; a change without a name of its own is called as what it changes, a stranger by its file. */
export function titleOf({ scenarios }: Pick<Library, 'scenarios'>, name: string, locale: Locale): string {
  const seen = new Set<unknown>()
  for (
    let at: unknown = name;
    typeof at === 'string' && !seen.has(at);
    at = fieldOf(scenarios[at], 'extends')
  ) {
    seen.add(at)
    const title = Object.hasOwn(scenarios, at) ? fieldOf(scenarios[at], 'name') : undefined
    if (typeof title === 'string') return title
    const local = fieldOf(title, locale) ?? fieldOf(title, 'zh-Hans')
    if (typeof local === 'string') return local
  }
  return name
}

async function bodyOf(entry: unknown): Promise<unknown> {
  const load = fieldOf(entry, 'load')
  return typeof load === 'function' ? ((await load()) as unknown) : entry
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

/** `given.json` beside the page, or null: no such file, or a server that answers everything with a page. */
async function readGiven(): Promise<Pick<Library, 'scenarios' | 'names' | 'seed'> | null> {
  try {
    const response = await fetch('./given.json', { headers: { accept: 'application/json' } })
    if (response.status !== 200) return null
    if (!(response.headers.get('content-type') ?? '').includes('json')) return null
    const { names, scenarios, seed = DEFAULT_SEED } = (await response.json()) as Partial<Library>
    if (!Array.isArray(names) || names.length === 0 || typeof scenarios !== 'object') return null
    return { names: names.map(String), scenarios, seed: String(seed) }
  } catch {
    return null
  }
}
