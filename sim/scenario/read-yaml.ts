import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document, Node, Pair, YAMLError, YAMLMap, YAMLSeq } from 'yaml'
import type { Entry, Located } from './located.ts'
import { formatPath } from './path.ts'
import type { Path } from './path.ts'
import type { Problem } from './problem.ts'
import { shorten } from './problem.ts'

/** Characters; the longest sensible scenario has a hundredth of that. */
const LONGEST = 1_000_000
const DEEPEST = 40

/**
 * The tree of a YAML (or JSON) text with the line of every value; undefined, with problems reported, when the
 * text cannot be read. Aliases share their node instead of copying it, so no alias bomb can go off.
 */
export function readYaml(
  text: string,
  file: string,
  report: (problem: Problem) => void,
): Located | undefined {
  if (text.length > LONGEST) {
    report({
      file,
      line: null,
      path: '',
      says: `must have at most ${LONGEST} characters, got ${text.length}`,
    })
    return undefined
  }
  const lines = new LineCounter()
  const document = parseText(text, lines)
  if (document === null) {
    report({ file, line: null, path: '', says: TOO_DEEP })
    return undefined
  }
  const mistakes = [...document.errors, ...document.warnings]
  for (const mistake of mistakes) {
    report({ file, line: lines.linePos(mistake.pos[0]).line, path: '', says: describeMistake(mistake) })
  }
  if (mistakes.length > 0) return undefined
  if (document.contents === null || isNull(document.contents)) {
    report({ file, line: 1, path: '', says: 'must be a map, got an empty file' })
    return undefined
  }
  return locate(document.contents, { file, lines, report })
}

const TOO_DEEP = `must not be nested deeper than ${DEEPEST} levels`

function parseText(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      schema: 'core',
      uniqueKeys: false, // found below, with their paths, and without comparing each key to each other
    })
  } catch (error) {
    if (error instanceof RangeError) return null // the call stack ran out
    throw error
  }
}

function describeMistake({ code, message }: YAMLError): string {
  if (code === 'RESOURCE_EXHAUSTION') return TOO_DEEP
  if (code === 'MULTIPLE_DOCS') return 'must be one document, got several'
  return `must be YAML or JSON: ${message.replaceAll(/\s+/g, ' ').slice(0, 200)}`
}

function isNull(node: Node): boolean {
  return isScalar(node) && node.value === null && !node.source
}

interface Reading {
  readonly file: string
  readonly lines: LineCounter
  readonly report: (problem: Problem) => void
}

function locate(contents: Node, { file, lines, report }: Reading): Located {
  const anchors = new Map<string, Located>()
  return visit(contents, [])

  function visit(node: Node, path: Path): Located {
    const located = read(node, path)
    if (!isAlias(node) && 'anchor' in node && typeof node.anchor === 'string')
      anchors.set(node.anchor, located)
    return located
  }

  function read(node: Node, path: Path): Located {
    const line = lineOf(node)
    if (path.length > DEEPEST) {
      report({ file, line, path: formatPath(path.slice(0, 3)), says: TOO_DEEP })
      return { kind: 'leaf', value: null, file, line }
    }
    if (isAlias(node)) return named(node.source, line, path)
    if (isMap(node)) return { kind: 'map', entries: entriesOf(node, path), file, line }
    if (isSeq(node)) return { kind: 'list', items: itemsOf(node, line, path), file, line }
    return { kind: 'leaf', value: isScalar(node) ? node.value : null, file, line }
  }

  function named(anchor: string, line: number, path: Path): Located {
    const known = anchors.get(anchor)
    if (known !== undefined) return known
    const says = `must name an anchor that stands above it, got *${shorten(anchor)}`
    report({ file, line, path: formatPath(path), says })
    return { kind: 'leaf', value: null, file, line }
  }

  function entriesOf(map: YAMLMap, path: Path): Map<string, Entry> {
    const entries = new Map<string, Entry>()
    for (const pair of map.items) {
      const line = lineOf(pair.key)
      const key = keyOf(pair)
      if (key === null) {
        report({ file, line, path: formatPath(path), says: 'must have texts as keys, got a map or a list' })
        continue
      }
      const first = entries.get(key)
      const inside = [...path, key]
      if (first !== undefined) {
        const says = `must be given once, got it again (first on line ${first.line ?? 1})`
        report({ file, line, path: formatPath(inside), says })
      }
      const value = pair.value
      const node: Located = isNode(value) ? visit(value, inside) : { kind: 'leaf', value: null, file, line }
      if (first === undefined) entries.set(key, { file, line, node })
    }
    return entries
  }

  function itemsOf(list: YAMLSeq, line: number, path: Path): Located[] {
    return list.items.map((item, index) =>
      isNode(item) ? visit(item, [...path, index]) : { kind: 'leaf', value: null, file, line },
    )
  }

  function lineOf(node: unknown): number {
    return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1
  }
}

function isNode(value: unknown): value is Node {
  return isAlias(value) || isMap(value) || isSeq(value) || isScalar(value)
}

function keyOf(pair: Pair): string | null {
  return isScalar(pair.key) ? String(pair.key.value) : null
}
