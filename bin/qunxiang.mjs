#!/usr/bin/env node
/** The command `qunxiang`: brings the build up to date, then hands over to sim/cli. */
import { ensureBuilt } from './build.mjs'

try {
  await ensureBuilt({ parts: process.argv[2] === 'view' ? ['cli', 'page'] : ['cli'] })
} catch (problem) {
  const hint = problem?.code === 'ERR_MODULE_NOT_FOUND' ? ' (`npm ci` installs what is missing)' : ''
  console.error(`qunxiang must be able to build itself, got: ${problem?.message ?? problem}${hint}`)
  process.exit(70)
}
await import(new URL('../dist/cli/main.js', import.meta.url).href)
