import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import { createFolder, qunxiang, SMALL, start, until, type Going } from './process.ts'

const { folder, remove } = createFolder()
const going: Going[] = []

beforeAll(async () => {
  await ensureBuilt()
  writeFileSync(join(folder, 'small.yaml'), SMALL)
  await qunxiang(['run', 'small.yaml', '--days', '5', '--seed', 'a seed', '--log', 'small.jsonl'], {
    cwd: folder,
  })
}, 120_000)
afterAll(async () => {
  for (const { child } of going) child.kill('SIGKILL')
  await Promise.all(going.map(({ ended }) => ended))
  remove()
})

/** Starts `view`, waits for its line, and returns the address and how it goes on. */
async function view(
  ...args: string[]
): Promise<Going & { readonly address: string; readonly said: () => string }> {
  const server = start(['view', ...args], { cwd: folder })
  going.push(server)
  let said = ''
  server.child.stdout?.on('data', (text: string) => (said += text))
  await until(() => said.includes('\n'))
  return { ...server, address: said.trim(), said: () => said }
}

describe('qunxiang view', () => {
  it('prints its address alone on a line, serves the page, and stops at Ctrl-C with 130', async () => {
    const { child, ended, address, said } = await view()
    expect(said()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/)
    expect((await fetch(address)).headers.get('content-type')).toContain('text/html')
    expect(await (await fetch(`${address}given.json`)).json()).toEqual({ names: [], scenarios: {} })
    child.kill('SIGINT')
    expect(await ended).toMatchObject({ code: 130, stderr: '' })
  })

  it('takes the next free port', async () => {
    const first = await view('--port', '0')
    const port = new URL(first.address).port
    const second = await view('--port', port)
    expect(Number(new URL(second.address).port)).toBeGreaterThan(Number(port))
  })

  it('tells the page which scenarios it was opened for', async () => {
    const { address } = await view('small.yaml', 'pain-point-first', '--port', '0')
    const given = (await (await fetch(`${address}given.json`)).json()) as Record<
      string,
      Record<string, unknown>
    >
    expect(given['names']).toEqual(['small', 'pain-point-first'])
    expect(Object.keys(given['scenarios'] ?? {})).toEqual(['small', 'pain-point-first'])
    expect(given['scenarios']?.['small']).toMatchObject({
      format: 'qunxiang-scenario/1',
      days: 40,
      founders: 15,
    })
  })

  it('tells the page scenario and seed of a log', async () => {
    const { address } = await view('small.jsonl', '--port', '0')
    const given = (await (await fetch(`${address}given.json`)).json()) as Record<string, unknown>
    expect(given).toMatchObject({ names: ['small'], seed: 'a seed', scenarios: { small: { days: 5 } } })
  })

  it.each([
    [['nobody'], 2, /the name of a shipped scenario, got "nobody"/],
    [['small.jsonl', 'small.yaml'], 2, /scenarios or one log, got both or several/],
    [['nowhere.qlog'], 2, /got no such file or folder/],
    [['--port', '70000'], 2, /whole number from 0 to 65535/],
  ] as const)('refuses %o', async (args, exitCode, says) => {
    const { code, stdout, stderr } = await qunxiang(['view', ...args], { cwd: folder })
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' })
    expect(stderr).toMatch(says)
  })
})
