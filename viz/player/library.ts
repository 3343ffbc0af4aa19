import shipped from 'virtual:scenarios'

/** The scenarios that a page can show, and those that it was opened for. */
export interface Library {
  readonly scenarios: Readonly<Record<string, unknown>>
  readonly names: readonly string[]
  readonly seed: string
}

const DEFAULT_SEED = '1'
const DEFAULT_NAMES = ['ads-from-day-one', 'pain-point-first']

/** The shipped scenarios, and on top of them what `qunxiang view FILE…` put beside the page. */
export async function openLibrary(): Promise<Library> {
  const given = await readGiven()
  if (given === null) return { scenarios: shipped, names: DEFAULT_NAMES, seed: DEFAULT_SEED }
  return { ...given, scenarios: { ...shipped, ...given.scenarios } }
}

/** `given.json` beside the page, or null: no such file, or a server that answers everything with a page. */
async function readGiven(): Promise<Library | null> {
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
