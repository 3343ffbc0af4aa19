// Writes sim/model/quantiles.ts: the quantiles of the standard normal distribution as literals, so that
// the engine itself needs no exp or log (they differ between JavaScript engines in the last bit).
// Run by hand: node bin/quantiles.mjs. test/model/quantiles.test.ts checks the numbers independently.
import { writeFileSync } from 'node:fs'

const STEPS = 256

function distribution(x) {
  // Series of the normal distribution function (Abramowitz & Stegun 26.2.10), exact enough below |x| = 4.
  let term = x
  let sum = x
  for (let n = 1; n < 200; n++) {
    term *= (-x * x * (2 * n - 1)) / (2 * n * (2 * n + 1))
    sum += term
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI)
}

function quantile(p) {
  let [low, high] = [-4, 4]
  for (let n = 0; n < 80; n++) {
    const middle = (low + high) / 2
    if (distribution(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const values = Array.from({ length: STEPS + 1 }, (_, k) =>
  // The ends stand for 1 in 2048, so that the tails are finite.
  Number(quantile(Math.min(Math.max(k / STEPS, 1 / 2048), 1 - 1 / 2048)).toFixed(6)),
)
const lines = []
for (let k = 0; k < values.length; k += 12) lines.push(`  ${values.slice(k, k + 12).join(', ')},`)

writeFileSync(
  new URL('../sim/model/quantiles.ts', import.meta.url),
  `// Written by bin/quantiles.mjs; do not edit by hand.

/** Quantiles of the standard normal distribution at k ÷ ${STEPS}; the ends stand for 1 in 2048. */
// prettier-ignore
const QUANTILES = [
${lines.join('\n')}
] as const

/** The standard normal value below which a share u (0–1) lies; linear between ${STEPS + 1} quantiles. */
export function normalQuantile(u: number): number {
  const place = u * ${STEPS}
  const below = Math.min(Math.floor(place), ${STEPS - 1})
  const low = QUANTILES[below] ?? 0
  const high = QUANTILES[below + 1] ?? 0
  return low + (high - low) * (place - below)
}
`,
)
