#!/usr/bin/env node
/** `npm run verify`: the two scenarios over 1,000 seeds, each claim with its mechanism on and off, and their table. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'node', 'test/book'], {
  cwd: root,
  stdio: 'inherit',
  env: { BOOK_SEEDS: '1000', BOOK_TABLE: '1', ...process.env },
})
process.exitCode = status ?? 1
