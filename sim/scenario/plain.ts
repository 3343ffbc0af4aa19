import type { Entry, Located } from './located.ts'

/** Far deeper than any field; deeper values stay unread and are then of the wrong kind. */
const DEEPEST = 40

/** Values that were parsed elsewhere (JSON, the page), as a tree without lines. Each object is read once. */
export function fromPlain(value: unknown, file: string): Located {
  const read = new Map<object, Located>()
  return visit(value, 0)

  function visit(value: unknown, depth: number): Located {
    const leaf: Located = { kind: 'leaf', value, file, line: null }
    if (!isCollection(value) || depth > DEEPEST) return leaf
    const known = read.get(value)
    if (known !== undefined) return known
    read.set(value, leaf) // what contains itself ends here
    const node = Array.isArray(value) ? list(value, depth) : map(value, depth)
    read.set(value, node)
    return node
  }

  function list(values: readonly unknown[], depth: number): Located {
    return { kind: 'list', items: Array.from(values, (item) => visit(item, depth + 1)), file, line: null }
  }

  function map(values: object, depth: number): Located {
    const entries = new Map<string, Entry>()
    for (const [key, item] of Object.entries(values)) {
      if (item !== undefined) entries.set(key, { node: visit(item, depth + 1), file, line: null })
    }
    return { kind: 'map', entries, file, line: null }
  }
}

/** The way back: what the file says, without where. */
export function toPlain(node: Located): unknown {
  if (node.kind === 'leaf') return node.value
  if (node.kind === 'list') return node.items.map(toPlain)
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, toPlain(entry.node)]))
}

function isCollection(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  // Objects of another realm (a frame, a test's sandbox) have their own Object.prototype, whose prototype is null.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
