// Threefry-2x32 of Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"
// (Random123), whose known-answer vectors are a test. 13 rounds are the engine's, 20 an audit.

const PARITY = 0x1bd11bda
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const

/** Any number of rounds, both words: for keys and for the audit. */
export function threefry(
  rounds: number,
  key: readonly [number, number],
  counter: readonly [number, number],
): [number, number] {
  const keys = [key[0], key[1], PARITY ^ key[0] ^ key[1]] as const
  let x0 = (counter[0] + key[0]) | 0
  let x1 = (counter[1] + key[1]) | 0
  for (let round = 0; round < rounds; round++) {
    const by = ROTATIONS[round % 8] as number
    x0 = (x0 + x1) | 0
    x1 = ((x1 << by) | (x1 >>> (32 - by))) ^ x0
    if (round % 4 === 3) {
      const turn = (round + 1) / 4
      x0 = (x0 + (keys[turn % 3] as number)) | 0
      x1 = (x1 + (keys[(turn + 1) % 3] as number) + turn) | 0
    }
  }
  return [x0 >>> 0, x1 >>> 0]
}

/**
 * The first word of 13 rounds, unrolled, as a signed 32-bit number: the engine's hot path. Signed, because V8 hands
 * such a number back as it is, while one above 2^31 would be put into an object on every call. `| 0` before a sum tells it
 * that whole numbers of 32 bits are added, and not fractions.
 */
export function threefry13(k0: number, k1: number, c0: number, c1: number): number {
  const k2 = PARITY ^ k0 ^ k1
  let a = ((c0 | 0) + (k0 | 0)) | 0
  let b = (c1 + (k1 | 0)) | 0 // c1 as it is: a day may be anything, NaN included
  a = (a + b) | 0
  b = ((b << 13) | (b >>> 19)) ^ a
  a = (a + b) | 0
  b = ((b << 15) | (b >>> 17)) ^ a
  a = (a + b) | 0
  b = ((b << 26) | (b >>> 6)) ^ a
  a = (a + b) | 0
  b = ((b << 6) | (b >>> 26)) ^ a
  a = (a + k1) | 0
  b = (b + k2 + 1) | 0
  a = (a + b) | 0
  b = ((b << 17) | (b >>> 15)) ^ a
  a = (a + b) | 0
  b = ((b << 29) | (b >>> 3)) ^ a
  a = (a + b) | 0
  b = ((b << 16) | (b >>> 16)) ^ a
  a = (a + b) | 0
  b = ((b << 24) | (b >>> 8)) ^ a
  a = (a + k2) | 0
  b = (b + k0 + 2) | 0
  a = (a + b) | 0
  b = ((b << 13) | (b >>> 19)) ^ a
  a = (a + b) | 0
  b = ((b << 15) | (b >>> 17)) ^ a
  a = (a + b) | 0
  b = ((b << 26) | (b >>> 6)) ^ a
  a = (a + b) | 0
  b = ((b << 6) | (b >>> 26)) ^ a
  a = (a + k0) | 0
  b = (b + k1 + 3) | 0
  return (a + b) | 0
}

/**
 * Both words of 13 rounds, for the counters (c, c1) of a list of `c`: written to `first` and `second` as numbers in
 * [0, 1). In one loop, because a machine works on several of these at once as long as nothing waits for the result.
 */
export function threefry13Each(
  key: readonly [number, number],
  counters: { readonly of: Int32Array; readonly stride: number; readonly count: number; readonly c1: number },
  into: { readonly first: Float64Array; readonly second: Float64Array },
): void {
  const k0 = key[0] | 0
  const k1 = key[1] | 0
  const k2 = PARITY ^ k0 ^ k1
  const { of, stride, count, c1 } = counters
  const { first, second } = into
  const start = (c1 + k1) | 0
  for (let n = 0; n < count; n++) {
    let a = ((of[n * stride] as number) + k0) | 0
    let b = start
    a = (a + b) | 0
    b = ((b << 13) | (b >>> 19)) ^ a
    a = (a + b) | 0
    b = ((b << 15) | (b >>> 17)) ^ a
    a = (a + b) | 0
    b = ((b << 26) | (b >>> 6)) ^ a
    a = (a + b) | 0
    b = ((b << 6) | (b >>> 26)) ^ a
    a = (a + k1) | 0
    b = (b + k2 + 1) | 0
    a = (a + b) | 0
    b = ((b << 17) | (b >>> 15)) ^ a
    a = (a + b) | 0
    b = ((b << 29) | (b >>> 3)) ^ a
    a = (a + b) | 0
    b = ((b << 16) | (b >>> 16)) ^ a
    a = (a + b) | 0
    b = ((b << 24) | (b >>> 8)) ^ a
    a = (a + k2) | 0
    b = (b + k0 + 2) | 0
    a = (a + b) | 0
    b = ((b << 13) | (b >>> 19)) ^ a
    a = (a + b) | 0
    b = ((b << 15) | (b >>> 17)) ^ a
    a = (a + b) | 0
    b = ((b << 26) | (b >>> 6)) ^ a
    a = (a + b) | 0
    b = ((b << 6) | (b >>> 26)) ^ a
    a = (a + k0) | 0
    b = (b + k1 + 3) | 0
    a = (a + b) | 0
    b = ((b << 17) | (b >>> 15)) ^ a
    first[n] = (a >>> 0) / 4294967296
    second[n] = (b >>> 0) / 4294967296
  }
}
