// What the sources say about the model in words rather than in data: comments beside the columns of the state, field
// notes of the mechanisms, the list of turns, and which parameters a file reads. Texts come in, nothing is opened here.

/** Texts of the files whose comments say what no table has. Maps go by name of the file, without its ending. */
export interface ModelSources {
  /** sim/engine/day.ts */
  readonly day: string
  /** sim/model/world.ts */
  readonly world: string
  /** sim/model/person.ts */
  readonly person: string
  /** sim/engine/mechanisms/ */
  readonly mechanisms: ReadonlyMap<string, string>
  /** sim/engine/ itself */
  readonly engine: ReadonlyMap<string, string>
}

/** One place of the state: its name and what stands beside it. */
export interface Column {
  readonly name: string
  readonly says: string
}

/** A turn of the day: the function that decides, and the mechanism whose file it is from (null: the day's own). */
export interface Turn {
  readonly decide: string
  readonly mechanism: string | null
}

/** The columns of a constant such as LEVEL, in their order, with the comment that each has. */
export function columnsOf(source: string, name: string): Column[] {
  const body = new RegExp(`^export const ${name} = \\{([^}]*)\\}`, 'm').exec(source)?.[1] ?? ''
  return [...body.matchAll(/(\w+): \d+,?(?:[ \t]*\/\/ (.*))?/g)].map(([, column, says]) => ({
    name: column as string,
    says: says ?? '',
  }))
}

/** The comment above an exported constant or a function, as one line; empty where there is none. */
export function commentAbove(source: string, name: string): string {
  const comment = new RegExp(
    `/\\*\\*((?:(?!\\*/)[^])*)\\*/\\n(?:export )?(?:const|function) ${name}\\b`,
  ).exec(source)?.[1]
  return oneLine((comment ?? '').replace(/^\s*\* ?/gm, ''))
}

/** The bits of a member's flags: constants that follow the comment which says so, each with its own. */
export function flagsOf(source: string): Column[] {
  const bits = /\/\*\* Bits of MARK\.flags\. \*\/\n((?:.+\n)*)/.exec(source)?.[1] ?? ''
  return [...bits.matchAll(/^export const (\w+) = \d+/gm)].map(([, name]) => ({
    name: name as string,
    says: commentAbove(bits, name as string),
  }))
}

/** The comment that a file begins with, as one line. */
export function fieldNote(source: string): string {
  return oneLine((/^(?:\/\/.*\n)+/.exec(source)?.[0] ?? '').replace(/^\/\/ ?/gm, ''))
}

/** The turns of a day, in their order. */
export function turnsOf(day: string): Turn[] {
  const list = /\bTURNS\b[^=]*=\s*\[([^\]]*)\]/.exec(day)?.[1] ?? ''
  const files = new Map(
    importsOf(day).flatMap(({ names, file }) => names.map((name) => [name, file] as const)),
  )
  return [...withoutComments(list).matchAll(/\w+/g)].map(([decide]) => ({
    decide,
    mechanism: files.get(decide) ?? null,
  }))
}

/** Mechanisms that a file imports from, each with the names that it takes. */
function importsOf(source: string): { readonly names: readonly string[]; readonly file: string }[] {
  const found = source.matchAll(/import \{([^}]*)\} from '\.\/(?:mechanisms\/)?([\w-]+)\.ts'/g)
  return [...found].map(([, names, file]) => ({
    names: (names as string).split(',').map((name) => name.trim()),
    file: file as string,
  }))
}

/**
 * All mechanisms in the order of their turns. One that has no turn of its own stands before the first that imports it;
 * one that nobody has called yet comes last.
 */
export function mechanismsInOrder(day: string, mechanisms: ReadonlyMap<string, string>): string[] {
  const own = new Set(turnsOf(day).flatMap(({ mechanism }) => mechanism ?? []))
  const order = new Set<string>()
  for (const name of own) {
    const helpers = importsOf(mechanisms.get(name) ?? '').map(({ file }) => file)
    for (const helper of helpers) if (mechanisms.has(helper) && !own.has(helper)) order.add(helper)
    order.add(name)
  }
  return [...order, ...[...mechanisms.keys()].filter((name) => !order.has(name)).sort()]
}

/** Which of the names a file reads from `parameters`: after a dot, or taken out of it with braces. */
export function parametersRead(source: string, names: readonly string[]): string[] {
  const code = withoutComments(source)
  const read = new Set([...code.matchAll(/\bparameters\.(\w+)/g)].map(([, name]) => name as string))
  const taken = [
    ...code.matchAll(/\{([^{}]*)\}\s*=\s*[\w.]*\bparameters\b/g),
    ...code.matchAll(/\bparameters:\s*\{([^{}]*)\}/g),
    ...code.matchAll(/\{([^{}]*)\}:\s*Parameters\b/g),
  ]
  for (const [, list] of taken) {
    for (const name of (list as string).split(',')) read.add((name.split(':')[0] as string).trim())
  }
  return names.filter((name) => read.has(name))
}

/** Kinds of facts that a file names. */
export function factsNamed(source: string, kinds: readonly string[]): string[] {
  const named = new Set([...source.matchAll(/\bKIND\['([\w-]+)'\]/g)].map(([, name]) => name as string))
  return kinds.filter((kind) => named.has(kind))
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
