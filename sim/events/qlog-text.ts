import { endLine, linkLine, rowLine } from './jsonl.ts'
import { isMap, parseJson } from './log-json.ts'
import type { Block } from './qlog-blocks.ts'
import { unpackedPart, type DaysOfBlock } from './qlog.ts'

/**
 * Turns the blocks of a native log, each with its bytes unpacked, into the lines of the readable one. Says nothing about
 * whether the log holds; throws a LogError where a block is none.
 */
export function createQlogTranscriber(file: string): (block: Block, raw: Uint8Array) => string {
  let names: readonly (string | undefined)[] = []
  return (block, raw) => {
    const part = unpackedPart(block, raw, file)
    if (part.type === 'days') return linesOf(part, names)
    if (part.type === 'end') return `${endLine(part.end)}\n`
    names = namesIn(part.text)
    return `${part.text}\n`
  }
}

/** Facts keep the names that their own log gives them: another engine may know other kinds. */
function namesIn(header: string): readonly (string | undefined)[] {
  const value = parseJson(header)
  const kinds = isMap(value) && isMap(value['kinds']) ? value['kinds'] : {}
  const names: (string | undefined)[] = []
  for (const [name, entry] of Object.entries(kinds)) {
    const code: unknown = Array.isArray(entry) ? entry[0] : undefined
    if (typeof code === 'number') names[code] = name
  }
  return names
}

function linesOf({ links, rows }: DaysOfBlock, names: readonly (string | undefined)[]): string {
  const lines: string[] = []
  let at = 0
  for (const link of links) {
    for (const end = at + link.rows; at < end; at++)
      lines.push(rowLine(rows, at, link.day, names[rows.kind[at] as number]))
    lines.push(linkLine(link))
  }
  return `${lines.join('\n')}\n`
}
