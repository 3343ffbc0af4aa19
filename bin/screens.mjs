#!/usr/bin/env node
/**
 * `npm run screens`: pictures of every screen in three sizes, two themes and three languages, to be looked at; into
 * dist/screens, or into the folder that is named.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = resolve(process.argv[2] ?? join(root, 'dist', 'screens'))
const SIZES = {
  projector: { viewport: { width: 1920, height: 1080 } },
  laptop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
}
const TWO = '?a=ads-from-day-one&b=pain-point-first&t=60'
const ONE = '?a=ads-from-day-one&t=30'
/** Each screen: its address, and what is pressed before the picture. */
const SCREENS = {
  start: ['?m=start', []],
  compare: [`${TWO}&m=compare`, []],
  lab: [`${ONE}&m=lab`, []],
  branch: [`${ONE}&m=lab`, ['#tab-tuning', '#chip-stop-ads']],
  log: [`${ONE}&m=log`, []],
}

mkdirSync(folder, { recursive: true })
const view = spawn(process.execPath, [join(root, 'bin', 'qunxiang.mjs'), 'view', '--port', '4790'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = await once(view.stdout, 'data')
const address = String(line).trim()
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  for (const [size, options] of Object.entries(SIZES))
    for (const theme of ['light', 'dark'])
      for (const locale of ['zh-Hans', 'zh-Hant', 'en']) await take({ size, options, theme, locale })
} finally {
  await browser.close()
  view.kill()
}

async function take({ size, options, theme, locale }) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  for (const [screen, [query, presses]] of Object.entries(SCREENS)) {
    const page = await context.newPage()
    await page.goto(`${address}${query}&theme=${theme}&l=${locale}`)
    await page.waitForTimeout(screen === 'start' ? 3500 : 1500)
    for (const selector of presses) {
      await page.locator(selector).click()
      await page.waitForTimeout(1500)
    }
    await page.screenshot({ path: join(folder, `${screen}-${size}-${theme}-${locale}.png`) })
    await page.close()
  }
  await context.close()
  console.log(`${size}, ${theme}, ${locale}`)
}
