// Methods of arrays that the engine uses and that an engine of 2022 does not have yet (SpiderMonkey 102, the shell of
// Debian 12). Only what is missing is filled in, so that everywhere else the engine's own methods are certified.

type Wanted = (value: unknown, index: number) => boolean

const METHODS = {
  findLast(this: readonly unknown[], isWanted: Wanted): unknown {
    return this[lastIndex(this, isWanted)]
  },
  findLastIndex(this: readonly unknown[], isWanted: Wanted): number {
    return lastIndex(this, isWanted)
  },
  toSorted(this: readonly unknown[], compare?: (one: unknown, other: unknown) => number): unknown[] {
    return [...this].sort(compare)
  },
}

/** Gives arrays the methods that they lack here. */
export function fillInMethods(): void {
  for (const [name, value] of Object.entries(METHODS)) {
    if (name in Array.prototype) continue
    Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true })
  }
}

function lastIndex(values: readonly unknown[], isWanted: Wanted): number {
  for (let index = values.length - 1; index >= 0; index--) {
    if (isWanted(values[index], index)) return index
  }
  return -1
}
