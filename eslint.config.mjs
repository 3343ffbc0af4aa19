import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import { builtinModules } from 'node:module'
import tseslint from 'typescript-eslint'

// Functions of Math that give the same bits in every engine; all others differ somewhere.
const EXACT_MATH = [
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'],
]

// What a run must not take from the air: the clock, dice, the machine, the reader's language.
const OUTSIDE_WORLD = [
  ...['Date', 'performance', 'Intl', 'setTimeout', 'setInterval', 'fetch', 'crypto', 'console', 'process'],
  ...['TextEncoder', 'TextDecoder', 'structuredClone', 'globalThis', 'window', 'document'],
]

const UI_FRAMEWORKS = [
  ...['react', 'react-dom', 'preact', 'vue', 'svelte', 'solid-js', 'lit', 'lit-html', 'alpinejs', 'jquery'],
  ...['react/*', 'react-dom/*', 'preact/*', 'svelte/*', 'solid-js/*', 'lit/*', '@angular/*', '@preact/*'],
]

const NODE_GLOBALS = [
  ...['AbortController', 'clearTimeout', 'console', 'performance', 'process', 'setTimeout', 'URL'],
]

const PAGE_GLOBALS = [
  ...['window', 'document', 'Event', 'PointerEvent', 'PerformanceObserver', 'MessageChannel'],
  ...['requestAnimationFrame', 'cancelAnimationFrame'],
]

const plainStyle = [
  { selector: 'TSEnumDeclaration', message: 'An enum must be an `as const` list or a union of strings.' },
  {
    selector: 'ExportDefaultDeclaration',
    message: 'An export must have a name, so that it is called the same everywhere.',
  },
]

const sameEverywhere = [
  {
    selector: ":matches(BinaryExpression[operator='**'], AssignmentExpression[operator='**='])",
    message: '`**` must not be used: its last bits differ between engines. Multiply, or use a table.',
  },
  {
    selector: 'MemberExpression[property.name=/^(toLocale|localeCompare$)/]',
    message: 'Text must not depend on the language of the machine. Compare with < and >.',
  },
  { selector: 'ForInStatement', message: 'for-in must be for-of over keys whose order is given.' },
  {
    selector: 'ImportExpression[source.value=/^node:/]',
    message: 'Files and processes must stay in sim/cli and sim/report.',
  },
]

const onlyErrorsAreClasses = {
  selector: 'ClassDeclaration:not([superClass.name=/Error$/])',
  message: 'A class in sim/ must be an error. Other things are readonly data and functions.',
}

export default defineConfig(
  globalIgnores(['dist/', 'coverage/']),
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    name: 'all TypeScript',
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // tsc reports these already, with the same exceptions.
      '@typescript-eslint/no-unused-vars': 'off',
      'no-restricted-syntax': ['error', plainStyle[0]],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    name: 'viz: named exports, and one door to the engine',
    files: ['viz/**/*.ts'],
    ignores: ['**/*.d.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...plainStyle],
      'no-restricted-imports': ['error', { patterns: [engineDoor()] }],
    },
  },
  {
    name: 'viz: the drawing parts stand on their own',
    files: ['viz/{player,stage,charts,timeline}/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            engineDoor(),
            {
              group: UI_FRAMEWORKS,
              message: 'The drawing parts must work in any page, without a framework.',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'sim: named exports, readonly data',
    files: ['sim/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...plainStyle, onlyErrorsAreClasses] },
  },
  {
    name: 'sim: the same bits in every engine, on every machine, on every day',
    files: ['sim/**/*.ts'],
    // The lab's numerics is for intervals that people read; nothing in a run depends on it (architecture).
    ignores: ['sim/cli/**', 'sim/report/**', 'sim/lab/numerics.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...plainStyle, onlyErrorsAreClasses, ...sameEverywhere],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          allowProperties: EXACT_MATH,
          message: 'It gives other bits in other engines, or rolls dice nobody can replay.',
        },
      ],
      'no-restricted-globals': [
        'error',
        ...OUTSIDE_WORLD.map((name) => ({
          name,
          message: 'A run must depend on its scenario and seed alone; pass it in, or move this to sim/cli.',
        })),
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: builtinModules.map((name) => ({
            name,
            message: 'Files and processes must stay in sim/cli and sim/report.',
          })),
          patterns: [
            { group: ['node:*'], message: 'Files and processes must stay in sim/cli and sim/report.' },
            { group: ['d3', 'd3-*'], message: 'Drawing and its arithmetic must stay in viz/.' },
          ],
        },
      ],
    },
  },
  {
    name: 'sim: the worker is an entry of its own, and hears its orders from Node',
    files: ['sim/lab/worker.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    name: 'plain Node scripts',
    files: ['**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
  {
    name: 'functions that a script runs in a page',
    files: ['bin/budgets.mjs'],
    languageOptions: { globals: Object.fromEntries(PAGE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
)

/** What outsiders may import from the engine: sim/index.ts and nothing behind it. */
function engineDoor() {
  return {
    regex: '(^|/)sim/(?!index\\.ts$)',
    message: 'The engine must be entered through sim/index.ts.',
  }
}
