import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCertificate } from '../../bin/engine-runner.mjs'
import type { Engine } from '../../bin/engines.mjs'

const folder = mkdtempSync(join(tmpdir(), 'qunxiang-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const NODE: Engine = {
  name: 'node',
  title: 'node',
  version: '',
  kind: 'shell',
  command: process.execPath,
  arguments: [],
}

/** Node runs this text instead of a certificate. */
function running(bundle: string, secondsMax = 60) {
  return runCertificate(NODE, { bundle, folder, secondsMax })
}

describe('an engine', () => {
  it('hands back what the script prints', async () => {
    expect(await running('console.log(JSON.stringify({ runs: [], kinds: [] }))')).toMatchObject({
      certificate: { runs: [], kinds: [] },
    })
  })

  it('that throws has a problem, told by its error', async () => {
    const { problem } = await running('throw new TypeError("no such method")')
    expect(problem).toContain('must end well, got 1: TypeError: no such method')
  })

  it('that prints something else has a problem', async () => {
    expect((await running('console.log("hello")')).problem).toContain('JSON')
  })

  it('that does not end has a problem when its time is over', async () => {
    expect((await running('for (;;);', 0.5)).problem).toBe('must take at most 0.5 seconds, got no end')
  })

  it('that is not there has a problem', async () => {
    const engine = { ...NODE, command: join(folder, 'none') }
    expect((await runCertificate(engine, { bundle: '', folder })).problem).toContain('ENOENT')
  })
})

describe('npm run verify:engines', () => {
  const SCRIPT = 'bin/verify-engines.mjs'
  // Finds no engine but this Node and those that npm installs, and keeps its files where they can be counted.
  const environment = { PATH: folder, TMPDIR: folder }
  const verify = (...words: string[]) =>
    spawnSync(process.execPath, [SCRIPT, ...words], { encoding: 'utf8', env: environment })

  it('explains itself', () => {
    const { status, stdout } = verify('--help')
    expect(status).toBe(0)
    expect(stdout).toContain('javascriptcore')
  })

  it('ends with 2 when it is asked for an engine that nobody knows', () => {
    const { status, stderr } = verify('--require=node,chakra')
    expect(status).toBe(2)
    expect(stderr).toContain('--require must name engines of node, ')
    expect(stderr).toContain('got chakra')
  })

  it('skips aloud, and ends with 1 when a required engine is missing or one fails', () => {
    const { status, stderr } = verify('--require=javascriptcore', '--seconds=0.01')
    expect(status).toBe(1)
    expect(stderr).toContain('skipped: spidermonkey needs a js102, js128 or the like on PATH')
    expect(stderr).toContain('javascriptcore must be there (a jsc on PATH), got none')
    expect(stderr).toMatch(/node \S+ must take at most 0.01 seconds, got no end/)
  })

  it('leaves nothing behind when it is called off', async () => {
    const child = spawn(process.execPath, [SCRIPT], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.once('data', () => child.kill('SIGINT'))
    const status = await new Promise((resolve) => child.on('exit', resolve))
    expect(status).toBe(130)
    expect(readdirSync(folder).filter((name) => name.startsWith('qunxiang-engines'))).toEqual([])
  })
})
