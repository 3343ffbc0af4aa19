import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin, UserConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import { parse } from 'yaml'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** `vite build` makes the page, `vite build --mode cli` the command line; vitest reads `test`. */
export default defineConfig(({ mode }) => ({
  ...(mode === 'cli' ? commandLine() : page()),
  plugins: [scenarioLibrary(here('scenarios'))],
  test: {
    root: here('.'),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: here('test/set-up/build.ts'),
          // One browser at a time: frame times and screenshots suffer from company.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}))

function page(): UserConfig {
  return {
    root: here('viz'),
    base: './',
    // Constants stay constants: V8 reads a `const` at once and a `var` again at every use, which the engine feels.
    build: {
      outDir: here('dist/page'),
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { output: { topLevelVar: false } },
    },
    worker: { format: 'es', rolldownOptions: { output: { topLevelVar: false } } },
  }
}

/** Packages are bundled, because a single file starts faster than the seventy that yaml consists of. */
function commandLine(): UserConfig {
  const worker = here('sim/lab/worker.ts')
  return {
    root: here('.'),
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, external: ['vite'] },
    build: {
      ssr: true,
      outDir: here('dist/cli'),
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: {
        input: { main: here('sim/cli/main.ts'), ...(existsSync(worker) && { worker }) },
        // All in one folder: './worker.js' is the same file wherever the code that opens it ends up.
        output: { chunkFileNames: '[name]-[hash].js', topLevelVar: false },
      },
    },
  }
}

/** `virtual:scenarios`: every shipped scenario as it is written, `extends` and all, by name. */
function scenarioLibrary(folder: string): Plugin {
  const id = '\0virtual:scenarios'
  const isScenario = (file: string): boolean => file.startsWith(folder) && file.endsWith('.yaml')
  return {
    name: 'scenario-library',
    resolveId: (source) => (source === 'virtual:scenarios' ? id : null),
    load(request) {
      if (request !== id) return null
      const files = existsSync(folder)
        ? readdirSync(folder)
            .filter((file) => file.endsWith('.yaml'))
            .sort()
        : []
      const library = files.map((file) => {
        this.addWatchFile(join(folder, file))
        return [basename(file, '.yaml'), readScenario(join(folder, file))]
      })
      return `export default ${JSON.stringify(Object.fromEntries(library))}`
    },
    configureServer({ watcher, moduleGraph, ws }) {
      watcher.add(folder)
      watcher.on('all', (_change, file) => {
        if (!isScenario(file)) return
        const module = moduleGraph.getModuleById(id)
        if (module) moduleGraph.invalidateModule(module)
        ws.send({ type: 'full-reload' })
      })
    },
  }
}

function readScenario(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (problem) {
    throw new Error(`${file} must be YAML, got: ${(problem as Error).message}`, { cause: problem })
  }
}
