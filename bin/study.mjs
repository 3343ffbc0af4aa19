#!/usr/bin/env node
/** `npm run study`: runs each study of test/study, and writes what it found to docs/study. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const STUDIES = ['blame']

const workshop = mkdtempSync(join(tmpdir(), 'qunxiang-study-'))
try {
  for (const study of STUDIES) writeFound(study, await found(study))
} finally {
  rmSync(workshop, { recursive: true, force: true })
}

/** The document that a study prints. */
async function found(study) {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: `test/study/${study}.ts`, outDir: workshop, emptyOutDir: true, target: 'node20' },
  })
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(workshop, `${study}.js`)], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`a study must end well, got ${status}\n${stderr}`)
  return stdout
}

function writeFound(study, text) {
  const file = join('docs', 'study', `${study}.md`)
  mkdirSync(join(root, 'docs', 'study'), { recursive: true })
  writeFileSync(join(root, file), `${text.trimEnd()}\n`)
  console.log(`wrote ${file}`)
}
