import { CONSERVATION } from './conservation.ts'
import { DETERMINISM } from './determinism.ts'
import { FORKS } from './forks.ts'
import type { Law } from './law.ts'
import { METAMORPHIC } from './metamorphic.ts'

/** Every law that a run can be held to; those of files, workers and the page are tests of their own. */
export const LAWS: readonly Law[] = [...DETERMINISM, ...FORKS, ...CONSERVATION, ...METAMORPHIC]
