import { ACCOUNTS } from './accounts.ts'
import { CHAIN } from './chain.ts'
import { CONDUCT } from './conduct.ts'
import { CONSERVATION } from './conservation.ts'
import { DETERMINISM } from './determinism.ts'
import { FEELINGS } from './feelings.ts'
import { FORKS } from './forks.ts'
import type { Law } from './law.ts'
import { LUCK } from './luck.ts'
import { METAMORPHIC } from './metamorphic.ts'
import { RANGES } from './ranges.ts'
import { STATE } from './state.ts'
import { SWITCHES } from './switches.ts'

/**
 * Every law that a run can be held to; those of files, workers and the page are tests of their own. Laws of single
 * histories come first: they are soonest done.
 */
export const LAWS: readonly Law[] = [
  ...[...CONSERVATION, ...RANGES, ...ACCOUNTS, ...CONDUCT, ...FEELINGS, ...STATE, ...CHAIN],
  ...[...SWITCHES, ...METAMORPHIC, ...FORKS, ...LUCK, ...DETERMINISM],
]
