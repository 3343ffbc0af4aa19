/** The known name that `name` was most likely meant to be; undefined if none is close. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined
  let best: string | undefined
  let fewest = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const edits = editsBetween(name.toLowerCase(), candidate.toLowerCase())
    if (edits < fewest) {
      best = candidate
      fewest = edits
    }
  }
  return best
}

const LONGEST = 60

/** Letters to add, drop, replace or swap with their neighbour (Damerau–Levenshtein, no letter edited twice). */
function editsBetween(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const added = (row[j - 1] ?? 0) + 1
      const dropped = (last[j] ?? 0) + 1
      const replaced = (last[j - 1] ?? 0) + (same ? 0 : 1)
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = swaps ? (beforeLast[j - 2] ?? 0) + 1 : Infinity
      row.push(Math.min(added, dropped, replaced, swapped))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? Infinity
}
