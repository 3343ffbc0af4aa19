import type { Path } from './path.ts'

interface Place {
  readonly file: string
  readonly line: number | null
}

/** A value that remembers where it was written, so that a wrong one can be pointed at after merging. */
export type Located = Leaf | LocatedMap | LocatedList

interface Leaf extends Place {
  readonly kind: 'leaf'
  readonly value: unknown
}

export interface LocatedMap extends Place {
  readonly kind: 'map'
  /** Map and not object: no key (`__proto__`, `7`) is special, and the order is that of the file. */
  readonly entries: ReadonlyMap<string, Entry>
}

interface LocatedList extends Place {
  readonly kind: 'list'
  readonly items: readonly Located[]
}

/** The place is that of the key. */
export interface Entry extends Place {
  readonly node: Located
}

/** Nothing was written there, or `null`, which takes away what a base had. */
export function isAbsent(node: Located | undefined): boolean {
  return node === undefined || (node.kind === 'leaf' && (node.value === null || node.value === undefined))
}

/** What a node is called in "got …". */
export function valueOf(node: Located | undefined): unknown {
  if (node === undefined) return undefined
  if (node.kind === 'leaf') return node.value
  return node.kind === 'list' ? [] : {}
}

/** The place of the value at `path`; for what is missing, the place of the nearest thing around it. */
export function placeOf(tree: Located, path: Path): Place {
  let node = tree
  let place: Place = tree
  for (const step of path) {
    if (node.kind === 'map' && typeof step === 'string') {
      const entry = node.entries.get(step)
      if (entry === undefined) break
      place = entry
      node = entry.node
    } else if (node.kind === 'list' && typeof step === 'number') {
      const item = node.items[step]
      if (item === undefined) break
      place = item
      node = item
    } else break
  }
  return { file: place.file, line: place.line }
}
