#!/usr/bin/env node
/**
 * `npm run model`: writes the generated blocks of sim/MODEL.md anew. The test that says whether they are current is also
 * what writes them, so that there is one way to make the page.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const words = ['run', '--project', 'node', 'test/report/model-page.test.ts']

const { status } = spawnSync(process.execPath, [vitest, ...words], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, UPDATE: '1' },
})
process.exitCode = status ?? 1
