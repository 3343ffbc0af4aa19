import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from '../../bin/chromium.mjs'
import { createStaticServer } from '../../sim/cli/static-server.ts'

/** Where the page lies, relative to this file: built by test/set-up/build.ts. */
const PAGE = fileURLToPath(new URL('../../dist/page', import.meta.url))

/** Chromium without its own errands on the network, drawing text alike on every machine. */
const QUIET = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--disable-lcd-text'],
]

export interface PageOptions extends BrowserContextOptions {
  /** What follows the address of the page: `?scenario=…` or `#…`. Default: nothing. */
  readonly address?: string
  /** What `qunxiang view` puts beside the page: names, scenarios, a seed. Default: nothing. */
  readonly given?: object
}

/** An empty page of the same origin: there the stores of the browser can be filled before the page opens. */
export const BLANK = 'blank.html'

let server: Promise<Server> | undefined
let browser: Promise<Browser> | undefined
let problems: string[] = []

/** Opens the built page in a browser profile of its own. Every file of tests calls `close` afterwards. */
export async function openPage({ address = '', given, ...options }: PageOptions = {}): Promise<Page> {
  const { port } = (await (server ??= serve())).address() as AddressInfo
  const context = await (await (browser ??= launch())).newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  if (given) await page.route('**/given.json', (route) => route.fulfill({ json: given }))
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

/** Serves dist/page on a free port of this machine, as `qunxiang view` does. */
async function serve(): Promise<Server> {
  const started = createStaticServer({ folder: PAGE, extras: { [`/${BLANK}`]: '' } })
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return started
}
