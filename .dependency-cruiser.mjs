/**
 * Who may import whom. Inside sim/ each folder knows only the folders before it, so that reading
 * in this order one never meets a word that has not been explained.
 */
const READING_ORDER = [
  ...['model', 'events', 'scenario', 'engine', 'projections', 'lab', 'report', 'testing', 'cli'],
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...READING_ORDER.slice(0, -1).map((folder, position) => ({
      name: `sim-${folder}-looks-ahead`,
      comment: `sim/${folder} must import only from folders before it: ${READING_ORDER.slice(0, position).join(', ') || 'none'}`,
      severity: 'error',
      from: { path: `^sim/${folder}/` },
      to: { path: `^sim/(${READING_ORDER.slice(position + 1).join('|')})/` },
    })),
    {
      name: 'sim-folder-without-a-place',
      comment: `a folder of sim/ must have its place in the reading order of .dependency-cruiser.mjs`,
      severity: 'error',
      from: {},
      to: { path: '^sim/[^/]+/', pathNot: `^sim/(${READING_ORDER.join('|')})/` },
    },
    {
      name: 'sim-uses-its-own-door',
      comment: 'sim/index.ts is for outsiders; inside sim/ the file itself must be imported',
      severity: 'error',
      from: { path: '^sim/' },
      to: { path: '^sim/index\\.ts$' },
    },
    {
      name: 'door-opens-too-far',
      comment: 'sim/index.ts must not reach the command line or the reports, which need files and a clock',
      severity: 'error',
      from: { path: '^sim/index\\.ts$' },
      to: { path: '^sim/(cli|report)/' },
    },
    {
      name: 'sim-knows-viz',
      comment: 'the engine must not know how it is drawn',
      severity: 'error',
      from: { path: '^sim/' },
      to: { path: '^(viz/|test/|virtual:)' },
    },
    {
      name: 'viz-climbs-through-the-window',
      comment: 'viz/ must enter the engine through sim/index.ts',
      severity: 'error',
      from: { path: '^viz/' },
      to: { path: '^(sim|test)/', pathNot: '^sim/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'imports must not form a circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'unlisted-package',
      comment: 'a package that is imported must be listed in package.json',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'development-package-in-a-build',
      comment: 'what is built on the user’s machine must need `dependencies` only (npm ci --omit=dev)',
      severity: 'error',
      from: { path: '^(sim|viz|vite\\.config\\.ts)' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'not-found',
      comment: 'an imported file must exist',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
