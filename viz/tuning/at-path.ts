/** What stands at a path such as `plan[1].ads.perDay`; undefined where nothing does. */
export function valueAt(root: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>(inside, root)
}

/** Puts a value at a path; where the path leads nowhere, nothing happens. */
export function putAt(root: unknown, path: string, value: unknown): void {
  const keys = keysOf(path)
  const last = keys.pop() ?? ''
  const parent = keys.reduce<unknown>(inside, root)
  if (typeof parent === 'object' && parent !== null) (parent as Record<string, unknown>)[last] = value
}

function keysOf(path: string): string[] {
  return path.replaceAll('[', '.').replaceAll(']', '').split('.')
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
