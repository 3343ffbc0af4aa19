import { mkdirSync, writeFileSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStaticServer } from '../../sim/cli/static-server.ts'
import { createFolder } from './process.ts'

const { folder, remove } = createFolder()
const site = join(folder, 'site')
const server = createStaticServer({
  folder: site,
  extras: { '/given.json': '{"names":["a"]}', '/none.json': null },
})
let base: string

beforeAll(async () => {
  mkdirSync(join(site, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  mkdirSync(join(folder, 'site-next'))
  writeFileSync(join(folder, 'site-next', 'secret.txt'), 'secret')
  writeFileSync(join(site, 'index.html'), '<p>群</p>')
  writeFileSync(join(site, 'assets', 'a b.js'), 'x')
  writeFileSync(join(site, 'assets', 'packed.js'), 'y'.repeat(1000))
  writeFileSync(join(site, 'assets', 'packed.js.br'), brotliCompressSync('y'.repeat(1000)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  remove()
})

/** The status line that a raw request line gets: fetch would tidy the path up. */
function statusOf(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write(`${request} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    })
    let answer = ''
    socket.on('data', (bytes) => (answer += bytes.toString()))
    socket.on('end', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
  })
}

describe('the server of the page', () => {
  it('serves files with their types, and lets nobody keep an old one', async () => {
    const index = await fetch(`${base}/`)
    expect(await index.text()).toBe('<p>群</p>')
    expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(index.headers.get('cache-control')).toBe('no-cache')
    const script = await fetch(`${base}/assets/a%20b.js?query#hash`)
    expect([script.status, script.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
  })

  it.each([
    ['br, gzip', 'br'],
    ['gzip, br;q=0.5', 'br'],
    ['gzip', null],
    ['br;q=0', null],
    ['', null],
  ])('serves what was packed to those who take it: %j', async (accepts, encoding) => {
    const script = await fetch(`${base}/assets/packed.js`, { headers: { 'accept-encoding': accepts } })
    expect(script.headers.get('content-encoding')).toBe(encoding)
    expect(script.headers.get('vary')).toBe('accept-encoding')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).toBe('y'.repeat(1000))
    expect(Number(script.headers.get('content-length')) < 100).toBe(encoding === 'br')
  })

  it('answers given.json with what the page was opened for, and 404 where there is nothing', async () => {
    const given = await fetch(`${base}/given.json`)
    expect(given.headers.get('content-type')).toContain('application/json')
    expect(await given.json()).toEqual({ names: ['a'] })
    for (const path of ['/none.json', '/nothing.js', '/assets', '/assets/']) {
      expect((await fetch(base + path)).status, path).toBe(404)
    }
  })

  it('answers HEAD without a body, and no other method', async () => {
    const head = await fetch(`${base}/`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', ''])
    const post = await fetch(`${base}/`, { method: 'POST' })
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('never leaves its folder', async () => {
    for (const path of [
      ...[
        '/../secret.txt',
        '/%2e%2e/secret.txt',
        '/..%2fsecret.txt',
        '/assets/../../secret.txt',
        '/../site-next/secret.txt',
      ],
      ...['//secret.txt', '/%2e%2e%2fsite-next%2fsecret.txt'],
    ]) {
      expect(await statusOf(`GET ${path}`), path).toBe('HTTP/1.1 404 Not Found')
    }
    for (const path of ['/%ff', '/%00', '/..%5csecret.txt', '/%']) {
      expect(await statusOf(`GET ${path}`), path).toBe('HTTP/1.1 400 Bad Request')
    }
  })
})
