import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from '../../bin/chromium.mjs'

/** Where the page lies, relative to this file: built by test/set-up/build.ts. */
const PAGE = fileURLToPath(new URL('../../dist/page/', import.meta.url))

/** Chromium without its own errands on the network, drawing text alike on every machine. */
const QUIET = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--disable-lcd-text'],
]

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface PageOptions extends BrowserContextOptions {
  /** What follows the address of the page: `?scenario=…` or `#…`. Default: nothing. */
  readonly address?: string
}

let server: Promise<Server> | undefined
let browser: Promise<Browser> | undefined
let problems: string[] = []

/** Opens the built page in a browser profile of its own. Every file of tests calls `close` afterwards. */
export async function openPage({ address = '', ...options }: PageOptions = {}): Promise<Page> {
  const { port } = (await (server ??= serve())).address() as AddressInfo
  const context = await (await (browser ??= launch())).newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  await page.goto(`http://127.0.0.1:${port}/${address}`)
  return page
}

/** Closes browser and server. Throws if a page has thrown: such an error has no other witness. */
export async function close(): Promise<void> {
  await (await browser)?.close()
  const running = await server
  if (running) await new Promise((resolve) => running.close(resolve))
  const seen = problems
  ;[browser, server, problems] = [undefined, undefined, []]
  if (seen.length > 0) throw new Error(`the page must not throw, got\n${seen.join('\n')}`)
}

async function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('$CHROMIUM must name a browser, or PATH hold a chromium, got neither')
  const isRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath, args: isRoot ? [...QUIET, '--no-sandbox'] : QUIET })
}

/** Serves dist/page on a free port of this machine. */
async function serve(): Promise<Server> {
  const started = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(PAGE, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
    try {
      const content = await readFile(file)
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      response.end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return started
}
