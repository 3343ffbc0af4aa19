import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// dist/cli lies as deep in the package as sim/cli does.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The folder of shipped scenarios. */
export const SCENARIOS = join(root, 'scenarios')

/** The folder of the built page. */
export const PAGE = join(root, 'dist', 'page')
