// How long the reference day takes, in a process of its own. Beside the engine, in one bundle, V8 ran it without optimising
// it, thirteen times as slowly, and the engine seemed to be that much faster. Prints one line of JSON.

import { runReference } from './reference-day.ts'

const ROUNDS = 40
const WARM_UP = 8

const found: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const before = process.cpuUsage()
  const { memberDays } = runReference(500, 180, round)
  const { user, system } = process.cpuUsage(before)
  if (round >= WARM_UP) found.push(((user + system) * 1000) / memberDays)
}
found.sort((a, b) => a - b)
console.log(JSON.stringify({ reference: found[found.length >> 1] }))
