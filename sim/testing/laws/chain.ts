import fc from 'fast-check'
import { addLink, chainDigest, createChain } from '../../events/chain.ts'
import { aScenario, aSeed } from '../arbitraries.ts'
import { mustHold } from '../must-hold.ts'
import { dayOf, historyOf, type History } from './history.ts'
import type { Law } from './law.ts'

// The last digest of a log stands for all that came before.

const chain: Law = {
  number: null,
  says: 'the last digest of the chain tells a change of the header, and of a fact of any day',
  runs: 100,
  property: (engine) =>
    fc.property(aScenario, aSeed, fc.double({ min: 0, max: 1, noNaN: true }), (scenario, seed, share) => {
      const history = historyOf(engine, scenario, seed)
      const { rows } = history.simulation
      const last = lastDigest(history, 'one')
      mustHold(lastDigest(history, 'other') !== last, () => 'the last digest must tell the header')
      for (const at of [0, Math.floor(share * (rows.count - 1))]) {
        rows.object[at]! += 1
        const changed = lastDigest(history, 'one')
        rows.object[at]! -= 1
        mustHold(changed !== last, () => `the last digest must tell a fact of day ${dayOf(history, at)}`)
      }
    }),
}

/** The digest after all days, each with the state of the last: only its facts matter here. */
function lastDigest({ ends, simulation: { world, rows } }: History, header: string): string {
  const links = createChain(header)
  ends.forEach((end, day) => addLink(links, world, rows, day === 0 ? 0 : (ends[day - 1] as number), end))
  return chainDigest(links)
}

/** Laws of the chain of digests. */
export const CHAIN: readonly Law[] = [chain]
