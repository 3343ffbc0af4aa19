import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that are soonest done come first. */
const ORDER = ['dice', 'fresh', 'kept-log', 'runs', 'codec', 'forks']

class SoonestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => ORDER.findIndex((name) => moduleId.includes(name))
    return files.sort((one, other) => place(one) - place(other))
  }
}

/** Laws of files and of what watches a run, for `npm run faults`: in one process, up to the first that does not hold. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // Not in node_modules, which is a link to that of the package.
  cacheDir: '.vite',
  test: {
    include: ['test/laws/*.law.test.ts', 'test/events/codec.law.test.ts', 'test/engine/kept-log.law.test.ts'],
    // Held from a bundle before (laws.ts), and by every parameter at its ends: too long.
    exclude: ['test/laws/laws.law.test.ts', 'test/laws/extremes.law.test.ts'],
    setupFiles: ['test/faults/set-up.ts'],
    testTimeout: 60_000,
    fileParallelism: false,
    sequence: { sequencer: SoonestFirst },
    bail: 1,
    // Not that seldom things happen at all.
    testNamePattern: /law|keyframes/,
  },
})
