#!/usr/bin/env node
/**
 * Builds dist/cli and dist/page when their sources have changed since they were last built.
 * Contents decide, not times: a checkout sets times freely.
 */
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const lock = join(dist, '.lock')

const SHARED_SOURCES = ['sim', 'scenarios', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']
const PARTS = {
  cli: { mode: 'cli', entry: 'main.js', sources: SHARED_SOURCES },
  page: { mode: 'production', entry: 'index.html', sources: [...SHARED_SOURCES, 'viz'] },
}

/** Longest time a build may take before those who wait for it stop believing in it, in milliseconds. */
const PATIENCE = 120_000

/** Brings the named parts up to date. `force` builds them even if they are. */
export async function ensureBuilt({ parts = ['cli', 'page'], force = false } = {}) {
  if (!force && parts.every(isFresh)) return
  fs.mkdirSync(dist, { recursive: true })
  await takeLock()
  try {
    // Somebody else may have built them while we waited.
    const stale = force ? parts : parts.filter((part) => !isFresh(part))
    if (stale.length > 0) await build(stale)
  } finally {
    fs.rmSync(lock, { force: true })
  }
}

async function build(parts) {
  process.stderr.write(`building ${parts.map((part) => `dist/${part}`).join(' and ')}\n`)
  clearAbandonedBuilds()
  const { build: viteBuild } = await import('vite')
  const environment = process.env.NODE_ENV
  // Whoever starts the build, a test or a shell, gets the same files.
  process.env.NODE_ENV = 'production'
  try {
    for (const part of parts) {
      const sources = fingerprint(part)
      const workshop = join(dist, `.building-${part}-${process.pid}`)
      await viteBuild({
        configFile: join(root, 'vite.config.ts'),
        mode: PARTS[part].mode,
        logLevel: 'error',
        build: { outDir: workshop },
      })
      if (part === 'page') compressIn(workshop)
      moveIntoPlace(part, workshop)
      fs.writeFileSync(stampOf(part), sources)
    }
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = environment
  }
}

/** What is worth it is compressed once, as hard as can be; whoever serves the page takes these where the reader does. */
function compressIn(folder) {
  for (const file of filesIn(folder)) {
    if (!/\.(?:html|js|css|json|svg)$/.test(file)) continue
    const content = fs.readFileSync(file)
    const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: size } = constants
    const packed = brotliCompressSync(content, { params: { [quality]: 11, [size]: content.length } })
    if (packed.length < content.length) fs.writeFileSync(`${file}.br`, packed)
  }
}

/** File by file, the entry last: at no moment does somebody who starts find half a build. */
function moveIntoPlace(part, workshop) {
  const place = join(dist, part)
  const { entry } = PARTS[part]
  const files = filesIn(workshop).map((file) => relative(workshop, file))
  fs.rmSync(stampOf(part), { force: true })
  for (const file of [...files.filter((file) => file !== entry), entry]) {
    fs.mkdirSync(dirname(join(place, file)), { recursive: true })
    fs.renameSync(join(workshop, file), join(place, file))
  }
  const kept = new Set(files.map((file) => join(place, file)))
  for (const file of filesIn(place)) if (!kept.has(file)) fs.rmSync(file, { force: true })
  fs.rmSync(workshop, { recursive: true, force: true })
}

function isFresh(part) {
  try {
    return fs.readFileSync(stampOf(part), 'utf8') === fingerprint(part)
  } catch {
    return false
  }
}

function stampOf(part) {
  return join(dist, `.stamp-${part}`)
}

function fingerprint(part) {
  const hash = createHash('sha256')
  for (const source of PARTS[part].sources) {
    for (const file of filesIn(join(root, source))) {
      if (file.endsWith('.md')) continue
      const content = fs.readFileSync(file)
      hash.update(`${relative(root, file)} ${content.length}\n`).update(content)
    }
  }
  return hash.digest('hex')
}

/** The files below a folder, or the file itself, in an order that does not depend on the disk. */
function filesIn(path) {
  if (!fs.existsSync(path)) return []
  if (!fs.statSync(path).isDirectory()) return [path]
  const entries = fs.readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const inside = join(path, entry.name)
    return entry.isDirectory() ? filesIn(inside) : [inside]
  })
}

/** Waits until nobody else builds. A lock whose owner has died or lost its way is broken. */
async function takeLock() {
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (problem) {
      if (problem.code !== 'EEXIST') throw problem
    }
    if (isAbandoned(lock)) fs.rmSync(lock, { force: true })
    else await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function isAbandoned(path) {
  try {
    const owner = Number(fs.readFileSync(path, 'utf8'))
    return (owner > 0 && !isAlive(owner)) || Date.now() - fs.statSync(path).mtimeMs > PATIENCE
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return problem.code === 'EPERM'
  }
}

function clearAbandonedBuilds() {
  for (const name of fs.readdirSync(dist)) {
    const owner = /^\.building-\w+-(\d+)$/.exec(name)?.[1]
    if (owner && !isAlive(Number(owner))) fs.rmSync(join(dist, name), { recursive: true, force: true })
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await ensureBuilt({ force: process.argv.includes('--force') })
}
