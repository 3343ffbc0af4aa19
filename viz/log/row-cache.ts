import type { LogRow } from './rows.ts'

/** The rows of a list that are at hand, in chunks; whoever needs others is told to ask for them, once. */
export interface RowCache {
  readonly at: (place: number) => LogRow | undefined
  /** Asks for what is missing of the rows at from ≤ place < to. */
  readonly need: (from: number, to: number) => void
  readonly receive: (from: number, rows: readonly LogRow[]) => void
  /** Another list. */
  readonly clear: () => void
}

/** Rows in a chunk: a few windows full. */
const CHUNK = 200
/** Chunks that are kept; those longest not received go first. */
const KEPT = 50

export function createRowCache(ask: (from: number, to: number) => void): RowCache {
  const chunks = new Map<number, readonly LogRow[]>()
  const asked = new Set<number>()
  return {
    at: (place) => chunks.get(Math.floor(place / CHUNK))?.[place % CHUNK],
    need(from, to) {
      for (let chunk = Math.floor(from / CHUNK); chunk * CHUNK < to; chunk++) {
        if (chunks.has(chunk) || asked.has(chunk)) continue
        asked.add(chunk)
        ask(chunk * CHUNK, (chunk + 1) * CHUNK)
      }
    },
    receive(from, rows) {
      const chunk = Math.floor(from / CHUNK)
      asked.delete(chunk)
      chunks.set(chunk, rows)
      for (const oldest of chunks.keys()) {
        if (chunks.size <= KEPT) break
        chunks.delete(oldest)
      }
    },
    clear() {
      chunks.clear()
      asked.clear()
    },
  }
}
