import fc from 'fast-check'

/** The seed of every property that names none, unless $QUNXIANG_FC_SEED is another, or `random`: then each draws its own. */
const SEED = 1

const asked = process.env['QUNXIANG_FC_SEED'] ?? String(SEED)
fc.configureGlobal({
  ...(asked !== 'random' && { seed: wholeNumber(asked) }),
  // What did not hold is part of the message: the list of failures at the end of `npm test` has messages only.
  includeErrorInReport: true,
})

function wholeNumber(text: string): number {
  const seed = Number(text)
  // fast-check takes 32 bits of a seed: what it prints must be what was asked for.
  if (/^-?\d+$/.test(text) && seed === (seed | 0)) return seed
  throw new Error(`QUNXIANG_FC_SEED must be a whole number of 32 bits, or random, got ${text}`)
}
