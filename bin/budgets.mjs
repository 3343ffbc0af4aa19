#!/usr/bin/env node
/**
 * `npm run budgets`: the page against its budgets of speed (interface §3.8), in headless Chromium. What was measured
 * goes into docs/budgets.md with --write. Times say something on an idle machine only, so this is no test.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { cpus } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const PAGE = join(root, 'dist', 'page')
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}
const PROJECTOR = { width: 1920, height: 1080 }
const LAPTOP = { width: 1366, height: 768 }

await ensureBuilt({ parts: ['page'] })
const server = await serve()
const address = `http://127.0.0.1:${server.address().port}/`
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
const rows = []
try {
  await firstLoads()
  for (const members of [500, 2000, 10_000]) await frames(members)
  await throttled()
  await ensemble()
} finally {
  await browser.close()
  server.close()
}
const table = tableOf(rows)
console.log(`\n${table}`)
if (process.argv.includes('--write')) await write(table)

/** Compressed size and number of requests until the page stands still, from an empty cache. */
async function firstLoads() {
  for (const [name, query] of [
    ['the list of scenarios', ''],
    ['two walls by their address', '?a=ads-from-day-one&b=pain-point-first&m=compare'],
  ]) {
    const context = await browser.newContext({ viewport: LAPTOP, locale: 'zh-CN' })
    const page = await context.newPage()
    const bodies = []
    let requests = 0
    page.on('request', () => requests++)
    page.on('response', (response) =>
      bodies.push(
        response.body().then(
          // Packed once more: what travelled to a worker is not told.
          (body) => ({ url: response.url(), size: servedSize(response, body), gzip: gzipSync(body).length }),
          () => ({ url: response.url(), size: 0, gzip: 0 }),
        ),
      ),
    )
    const start = performance.now()
    await page.goto(address + query)
    await page.locator(query === '' ? '.start-screen' : '#play').waitFor()
    const seconds = (performance.now() - start) / 1000
    await page.waitForTimeout(1500)
    const sizes = await Promise.all(bodies)
    const of = (end) => sizes.filter(({ url }) => end.test(url)).reduce((sum, { size }) => sum + size, 0)
    note(`first load of ${name}: KB as served (brotli)`, of(/./) / 1000, 130)
    note(`… the same in gzip`, sizes.reduce((sum, { gzip }) => sum + gzip, 0) / 1000, 130)
    note(`… of it script`, of(/\.js/) / 1000, 110)
    note(`… requests`, requests, 10)
    note(`… until it can be used, s (warm laptop)`, seconds, 0.5)
    await context.close()
  }
}

function servedSize(response, body) {
  return response.headers()['content-encoding'] === 'br' ? brotliCompressSync(body).length : body.length
}

/** Frames of a whole run at its usual speed, then seeks all over it. */
async function frames(members) {
  const { page, context } = await openPlay(members)
  await page.evaluate(() => {
    window.gaps = []
    window.long = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.long.push(duration)
    }).observe({ type: 'longtask' })
    let before = 0
    const tick = (now) => {
      if (before > 0) window.gaps.push(now - before)
      before = now
      window.ticking = requestAnimationFrame(tick)
    }
    window.ticking = requestAnimationFrame(tick)
  })
  await page.keyboard.press('k')
  await page.waitForTimeout(20_000)
  await page.keyboard.press('k')
  const { gaps, long } = await page.evaluate(() => {
    cancelAnimationFrame(window.ticking)
    return { gaps: window.gaps.slice(5), long: window.long }
  })
  const late = gaps.filter((gap) => gap > 25).length / gaps.length
  if (members <= 2000) note(`${group(members)} members: frames over 25 ms, %`, 100 * late, 2)
  else note(`${group(members)} members: frame interval p95, ms`, quantile(gaps, 0.95), 33)
  if (members === 500) note('500 members: longest task during play, ms', Math.max(0, ...long), 50)
  const seeks = await page.evaluate(seekAllOver, 300)
  note(`${group(members)} members: seek to paint p95, ms`, quantile(seeks, 0.95), members <= 2000 ? 33 : 50)
  await context.close()
}

/** The same play on a machine four times slower. */
async function throttled() {
  const { page, context } = await openPlay(500)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.evaluate(() => {
    window.long = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.long.push(duration)
    }).observe({ type: 'longtask' })
  })
  await page.keyboard.press('k')
  await page.waitForTimeout(20_000)
  const long = await page.evaluate(() => window.long)
  note('500 members, CPU four times slower: longest task during play, ms', Math.max(0, ...long), 50)
  await context.close()
}

/** From a move of a slider to the first picture of many runs, and to a hundred of them, workers warm. */
async function ensemble() {
  const context = await browser.newContext({ viewport: PROJECTOR, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${address}?a=ads-from-day-one&t=30&m=lab`)
  await page.locator('#tab-tuning').click()
  await page.locator('#many-start').click()
  const progress = page.locator('.many-count')
  const isDone = () => {
    const [done, all] = (document.querySelector('.many-count')?.textContent ?? '')
      .split('/')
      .map((part) => Number(part.replace(/\D/g, '')))
    return all > 0 && done === all
  }
  await progress.waitFor()
  await page.waitForFunction(isDone, null, { timeout: 120_000 })
  const times = []
  for (const value of [4, 3, 2, 1, 0]) {
    times.push(await page.evaluate(moveSlider, value))
    await page.waitForTimeout(1500)
  }
  note(
    'slider → first picture of many runs, ms (median of five moves)',
    median(times.map((t) => t.first)),
    100,
  )
  note('slider → ten runs of the changed plan, ms', median(times.map((t) => t.ten)), 100)
  note('slider → a hundred runs, ms', median(times.map((t) => t.hundred)), 1000)
  await context.close()
}

/** Runs in the page. */
async function seekAllOver(count) {
  const scrubber = document.querySelector('#scrubber')
  const track = scrubber.querySelector('.track').getBoundingClientRect()
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => resolve()
        channel.port2.postMessage(0)
      })
    })
  const times = []
  for (let at = 0; at < count; at++) {
    const share = ((at * 7919) % 1000) / 1000
    const clientX = track.left + share * track.width
    const options = { clientX, clientY: track.top, button: 0, pointerId: 1, bubbles: true }
    await painted()
    const start = performance.now()
    scrubber.dispatchEvent(new PointerEvent('pointerdown', options))
    scrubber.dispatchEvent(new PointerEvent('pointerup', options))
    await painted()
    times.push(performance.now() - start)
  }
  return times
}

/** Runs in the page: moves the slider of ads and waits for the runs of the plan that it makes. */
async function moveSlider(value) {
  const slider = document.getElementById('knob-plan.ads.perDay')
  const status = document.querySelector('.many-count')
  const counts = () => status.textContent.split('/').map((part) => Number(part.replace(/\D/g, '')))
  const start = performance.now()
  slider.value = String(value)
  slider.dispatchEvent(new Event('input', { bubbles: true }))
  const times = { first: 0, ten: 0, hundred: 0 }
  const known = 100 // of the plan that stays as it was
  while (times.hundred === 0) {
    await new Promise(requestAnimationFrame)
    const [done, all] = counts()
    const now = performance.now() - start
    if (all !== 200) continue
    if (times.first === 0 && done > known) times.first = now
    if (times.ten === 0 && done >= known + 10) times.ten = now
    if (done === all) times.hundred = now
    if (now > 60_000) throw new Error(`a hundred runs must end, got ${done} of ${all} after a minute`)
  }
  slider.dispatchEvent(new Event('change', { bubbles: true }))
  return times
}

/** A page with so many members, at most 500 a group, ready to play. */
async function openPlay(members) {
  const context = await browser.newContext({
    viewport: members > 2000 ? PROJECTOR : LAPTOP,
    locale: 'zh-CN',
    reducedMotion: 'no-preference',
  })
  const page = await context.newPage()
  const groups = members / 500
  const scenario = {
    format: 'qunxiang-scenario/1',
    name: `${members} members`,
    days: 180,
    market: { people: Math.max(3000, members * 2), pains: { skin: 0.3 } },
    community: { groups, capacity: 500, positioning: { focus: { skin: 1 } } },
    founders: members,
    offer: { solves: 'skin', quality: 0.8, price: 99, unitCost: 45 },
    plan: [{ from: 0, content: { perDay: 1, quality: 0.8 }, answers: 0.5, ads: { perDay: 1 } }],
  }
  const given = JSON.stringify({ names: ['budget'], scenarios: { budget: scenario }, seed: '1' })
  await page.route('**/given.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: given }),
  )
  await page.goto(`${address}?m=lab`)
  await page.locator('#play').waitFor({ timeout: 120_000 })
  await page.waitForTimeout(1000)
  return { page, context }
}

function note(what, value, goal) {
  rows.push([what, value, goal])
  console.error(`${what}: ${short(value)} (≤ ${goal})`)
}

function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}

function median(values) {
  return quantile(values, 0.5)
}

function short(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value < 10 ? 2 : 1)
}

function group(count) {
  return count.toLocaleString('en')
}

function tableOf(all) {
  return [
    '| what | measured | budget | |',
    '|---|--:|--:|---|',
    ...all.map(
      ([what, value, goal]) =>
        `| ${what} | ${short(value)} | ≤ ${goal} | ${value <= goal ? 'held' : '**missed**'} |`,
    ),
  ].join('\n')
}

async function write(measured) {
  const file = join(root, 'docs', 'budgets.md')
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const head = [
    '# The page against its budgets',
    '',
    'Written by `npm run budgets -- --write`: headless Chromium without a GPU, the built page from a server on the same machine.',
    `Version ${version}, Chromium ${browser.version()}, ${cpus().length} cores (${cpus()[0]?.model.trim()}).`,
    '',
  ]
  await writeFile(file, `${[...head, measured].join('\n')}\n`)
}

async function serve() {
  const started = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(PAGE, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
    try {
      const type = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }
      const packed = await readFile(`${file}.br`).catch(() => null)
      response.writeHead(200, packed ? { ...type, 'content-encoding': 'br' } : type)
      response.end(packed ?? (await readFile(file)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => started.listen(0, '127.0.0.1', resolve))
  return started
}
