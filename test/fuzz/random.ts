/** Dice for inputs: the same key, the same rolls. Not those of the engine, which are under test. */
export interface Random {
  /** A whole number from 0 to below − 1. */
  readonly below: (below: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** Once in so many times. */
  readonly oneIn: (times: number) => boolean
}

/** sfc32, started from a digest of the key. */
export function createRandom(key: string): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]
  for (const char of key) {
    a = Math.imul(a ^ (char.codePointAt(0) as number), 0x01000193)
    next()
  }
  for (let round = 0; round < 12; round++) next()
  return { below, pick: (items) => items[below(items.length)] as never, oneIn: (times) => below(times) === 0 }

  function below(below: number): number {
    return Math.floor((next() / 0x1_0000_0000) * below)
  }

  function next(): number {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}
