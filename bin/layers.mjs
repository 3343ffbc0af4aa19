#!/usr/bin/env node
/** Checks who imports whom, and that there was something to check. */
import { cruise } from 'dependency-cruiser'
import extractTypeScript from 'dependency-cruiser/config-utl/extract-ts-config'
import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'
import layers from '../.dependency-cruiser.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const FOLDERS = ['sim', 'viz', 'test']
const { forbidden, options } = layers
const typescript = extractTypeScript(options.tsConfig.fileName)
const { output } = await cruise(
  [...FOLDERS, 'vite.config.ts'],
  { ...options, validate: true, ruleSet: { forbidden } },
  options.enhancedResolveOptions,
  { tsConfig: typescript },
)

const counts = FOLDERS.map((folder) => ({ folder, modules: output.modules.filter(isIn(folder)).length }))
console.log(`cruised ${counts.map(({ folder, modules }) => `${modules} modules in ${folder}`).join(', ')}`)

const comments = new Map(forbidden.map(({ name, comment }) => [name, comment]))
for (const { from, to, rule, cycle } of output.summary.violations) {
  const path = cycle
    ? [from, ...cycle.map((step) => step.name)].join(' → ')
    : `${from} → ${relative('.', to)}`
  console.error(`${path}: ${comments.get(rule.name)} (${rule.name})`)
}

// A cruiser that does not understand the compiler finds nothing, and nothing breaks no rule.
for (const { folder, modules } of counts) {
  if (modules === 0) console.error(`${folder}/ must have modules to cruise, got 0`)
}

process.exitCode = output.summary.violations.length > 0 || counts.some(({ modules }) => modules === 0) ? 1 : 0

function isIn(folder) {
  return ({ source }) => source.startsWith(`${folder}/`)
}
