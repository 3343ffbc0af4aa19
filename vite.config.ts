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
          setupFiles: here('test/set-up/fast-check.ts'),
          // Ten times what the slowest takes and more: machines are shared, and a test that hangs is still found.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: here('test/set-up/build.ts'),
          // Two browsers at a time: more would starve each other of the cores that small machines have.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}))

/** Few requests for the first picture: what several parts of it share is one file, not a file each. */
const TOGETHER = [
  {
    name: 'shared',
    test: /node_modules\/d3|preload-helper|virtual:scenarios$|\/sim\/((model\/(cause|local|engine)|lab\/outcome)|projections\/(frames|playback))|\/viz\/(dom|query|charts\/(chart|picture|sides|shapes|scale|axes|labels|panes|strips|texts|meetings)\.ts|outcomes\/reruns|chooser\/(groups|address)|stage\/(seats|thumbnail|palette|nickname)|panels\/(dialog|memory|theme|open-file)|player\/(clock|compute|desk|frames|keep|library|settings|side|undo)|files\/kept|locales\/(format|words|messages)|settings\/apply)/,
  },
]

function page(): UserConfig {
  return {
    root: here('viz'),
    base: './',
    // Constants stay constants: V8 reads a `const` at once and a `var` again at every use, which the engine feels.
    build: {
      outDir: here('dist/page'),
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        output: {
          topLevelVar: false,
          codeSplitting: { groups: TOGETHER, includeDependenciesRecursively: false },
        },
      },
    },
    worker: {
      format: 'es',
      plugins: () => [withoutSentences()],
      rolldownOptions: { output: { topLevelVar: false } },
    },
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

const LIST = 'virtual:scenarios'
const ONE = 'virtual:scenario/'
const FIRST = 'virtual:first-scenarios'
/** The scenarios of the first screen and of a page without names come in one file. */
const FIRST_NAMES = ['ads-from-day-one', 'pain-point-first', 'red-packet-rain', 'offline-events']
const QUESTIONS = 'virtual:scenario-questions'

/**
 * `virtual:scenarios`: the name of every shipped scenario, what it extends, and how to load it as it is written. Bodies are
 * loaded one by one: a page that shows two of them fetches two. `virtual:scenario-questions`: of every scenario what it
 * asks, and what it is meant to be seen beside, where that is not what it extends.
 */
function scenarioLibrary(folder: string): Plugin {
  const isScenario = (file: string): boolean => file.startsWith(folder) && file.endsWith('.yaml')
  return {
    name: 'scenario-library',
    resolveId: (source) =>
      source === LIST || source === QUESTIONS || source === FIRST || source.startsWith(ONE)
        ? `\0${source}`
        : null,
    load(request) {
      if (request.startsWith(`\0${ONE}`)) {
        const file = join(folder, `${request.slice(ONE.length + 1)}.yaml`)
        this.addWatchFile(file)
        return `export default ${JSON.stringify(readScenario(file))}`
      }
      if (request === `\0${FIRST}`) {
        const bodies = FIRST_NAMES.map((name) => [name, join(folder, `${name}.yaml`)] as const)
        for (const [, file] of bodies) this.addWatchFile(file)
        const known = bodies.filter(([, file]) => existsSync(file))
        return `export default ${JSON.stringify(Object.fromEntries(known.map(([name, file]) => [name, readScenario(file)])))}`
      }
      const entry = { [`\0${LIST}`]: entryOf, [`\0${QUESTIONS}`]: questionOf }[request]
      if (!entry) return null
      const files = existsSync(folder)
        ? readdirSync(folder)
            .filter((file) => file.endsWith('.yaml'))
            .sort()
        : []
      const entries = files.map((file) => {
        this.addWatchFile(join(folder, file))
        return entry(basename(file, '.yaml'), readScenario(join(folder, file)))
      })
      return `export default {${entries.filter((each) => each !== '').join(',\n')}}`
    },
    configureServer({ watcher, moduleGraph, ws }) {
      watcher.add(folder)
      watcher.on('all', (_change, file) => {
        if (!isScenario(file)) return
        for (const id of [
          `\0${LIST}`,
          `\0${QUESTIONS}`,
          `\0${FIRST}`,
          `\0${ONE}${basename(file, '.yaml')}`,
        ]) {
          const module = moduleGraph.getModuleById(id)
          if (module) moduleGraph.invalidateModule(module)
        }
        ws.send({ type: 'full-reload' })
      })
    },
  }
}

function entryOf(name: string, body: Readonly<Record<string, unknown>>): string {
  const head = JSON.stringify({ name: body['name'], extends: body['extends'] })
  const load = FIRST_NAMES.includes(name)
    ? `() => import(${JSON.stringify(FIRST)}).then((module) => module.default[${JSON.stringify(name)}])`
    : `() => import(${JSON.stringify(ONE + name)}).then((module) => module.default)`
  return `${JSON.stringify(name)}: { ...${head}, load: ${load} }`
}

/** Empty where a scenario has nothing of its own. */
function questionOf(name: string, body: Readonly<Record<string, unknown>>): string {
  const { question, contrast, extends: base } = body
  const isPlain = Array.isArray(contrast) && contrast.length === 1 && contrast[0] === base
  const own = {
    ...(question !== undefined && { question }),
    ...(contrast !== undefined && !isPlain && { contrast }),
  }
  return Object.keys(own).length === 0 ? '' : `${JSON.stringify(name)}: ${JSON.stringify(own)}`
}

/**
 * The tables of parameters and of kinds of facts without their sentences: no worker of the page shows any, and they are a
 * sixth of what it would have to fetch.
 */
function withoutSentences(): Plugin {
  const tables = [
    ...['sim/model/parameters.ts', 'sim/events/kinds.ts'],
    ...['sim/model/scenario-fields.ts', 'sim/model/field-phase.ts', 'sim/model/field-shock.ts'],
  ].map((file) => here(`./${file}`))
  return {
    name: 'without-sentences',
    apply: 'build',
    transform(code, id) {
      if (!tables.includes(id)) return null
      const spans: [from: number, to: number, instead: string][] = []
      visit(this.parse(code), (node) => {
        const says = saysOf(node)
        if (says !== null) spans.push([says.start, says.end, says.type === 'ObjectExpression' ? '{}' : "''"])
      })
      // Every change keeps the length of what stands before it: from the end on.
      const bare = spans
        .sort((one, other) => other[0] - one[0])
        .reduce((text, [from, to, instead]) => text.slice(0, from) + instead + text.slice(to), code)
      return { code: bare, map: null }
    },
  }
}

/** A node of a syntax tree, as far as it matters here. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly name?: string
  readonly key?: Node
  readonly value?: unknown
  readonly callee?: Node
  readonly arguments?: readonly Node[]
}

/** Which argument of these is a sentence. */
const SENTENCE_AT: Readonly<Partial<Record<string, number>>> = {
  ...{ constant: 3, mechanism: 0 },
  ...{ share: 0, perDay: 0, money: 0, amount: 0, whole: 0, choice: 0, group: 0 },
}

/** Where the sentence stands: an argument of a builder, or the property `says` of a row. */
function saysOf(node: Node): Node | null {
  if (node.type === 'CallExpression') {
    const at = SENTENCE_AT[node.callee?.name ?? '']
    return at === undefined ? null : (node.arguments?.[at] ?? null)
  }
  const isSays = node.type === 'Property' && node.key?.name === 'says'
  const value = node.value as Node | undefined
  return isSays && (value?.type === 'ObjectExpression' || value?.type === 'Literal') ? value : null
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, see)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  if ('type' in node && 'start' in node) see(node as Node)
  for (const below of Object.values(node)) visit(below, see)
}

function readScenario(file: string): Readonly<Record<string, unknown>> {
  try {
    return parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>
  } catch (problem) {
    throw new Error(`${file} must be YAML, got: ${(problem as Error).message}`, { cause: problem })
  }
}
