/** Sequences with a part taken out: first halves, then quarters, down to single items. */
export function* withoutParts<Sequence extends { readonly length: number }>(
  whole: Sequence,
  cut: (from: number, to: number) => Sequence,
): Generator<Sequence> {
  for (let size = Math.ceil(whole.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < whole.length; from += size) yield cut(from, Math.min(whole.length, from + size))
  }
}

export function smallerList<Item>(
  items: readonly Item[],
  smallerItem: (item: Item) => Iterable<Item> = () => [],
): Generator<readonly Item[]> {
  return both()

  function* both(): Generator<readonly Item[]> {
    yield* withoutParts(items, (from, to) => [...items.slice(0, from), ...items.slice(to)])
    for (const [at, item] of items.entries())
      for (const less of smallerItem(item)) yield items.map((kept, n) => (n === at ? less : kept))
  }
}

/** Texts with lines taken out, then (of short ones) characters. */
export function* smallerText(text: string): Generator<string> {
  const lines = text.split('\n')
  if (lines.length > 1) for (const fewer of smallerList(lines)) yield fewer.join('\n')
  if (text.length > 2000 && lines.length > 20) return
  yield* withoutParts(text, (from, to) => text.slice(0, from) + text.slice(to))
}

/** Values as they travel between threads, with something taken out or made plain. */
export function* smallerValue(value: unknown): Generator {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'string') yield* smallerText(value)
    return
  }
  if (Array.isArray(value)) {
    yield* smallerList(value as readonly unknown[], smallerValue)
    return
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return
  const entries = Object.entries(value)
  for (const fewer of smallerList(entries)) yield Object.fromEntries(fewer)
  for (const [key, below] of entries) for (const less of smallerValue(below)) yield { ...value, [key]: less }
}
