import type { Page } from 'playwright-core'
import axe from 'axe-core'
import { afterAll, describe, expect, it } from 'vitest'
import { tinyScenario, writeLog } from '../events/log-text.ts'
import { close, openPage } from './browser.ts'
import type { PageOptions } from './browser.ts'
import { axeProblems, dropFile, laptop, ready } from './page-helper.ts'

async function open(options: PageOptions = {}): Promise<Page> {
  const page = await openPage({ locale: 'zh-CN', viewport: laptop, ...options })
  await page.locator('.start-card').first().waitFor()
  return page
}

/** The picture of the first wall in small, once there is one. */
async function firstWall(page: Page): Promise<string> {
  const canvas = page.locator('.start-wall canvas').first()
  await expect
    .poll(() => canvas.evaluate((it) => (it as HTMLCanvasElement).width), { timeout: 20_000 })
    .toBeGreaterThan(1)
  return canvas.evaluate((it) => (it as HTMLCanvasElement).toDataURL())
}

const focusedLabel = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)

afterAll(close)

describe('the first screen', () => {
  it('begins on the first card; arrows lead over all of them, and Enter opens one', async () => {
    const page = await open()
    expect(await focusedLabel(page)).toBe('看故事：开群就刷广告')
    await page.keyboard.press('ArrowRight')
    expect(await focusedLabel(page)).toBe('看故事：痛点先行')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await focusedLabel(page)).toBe('看故事：开群就刷广告')
    await page.keyboard.press('Enter')
    await ready(page)
    expect(await page.locator('.side').count()).toBe(1)
  })

  it('shows all 24 questions, and no outcome', async () => {
    const page = await open()
    expect(await page.locator('.start-group .start-card').count()).toBe(24)
    await page.locator('.start-variants summary').first().click()
    const text = await page.locator('.start-screen').innerText()
    expect(text).toContain('线下见面，是办一场大的，还是办很多场小而深的？')
    expect(text).not.toMatch(/死群|活到最后|第 \d+ 天死/)
  })

  it('moves its walls until somebody stops them', async () => {
    const page = await open({ reducedMotion: 'no-preference' })
    const before = await firstWall(page)
    await expect.poll(() => firstWall(page)).not.toBe(before)
    await page.locator('#start-motion').click()
    const stopped = await firstWall(page)
    await page.waitForTimeout(1200)
    expect(await firstWall(page)).toBe(stopped)
    await page.locator('#start-motion').click()
    await expect.poll(() => firstWall(page)).not.toBe(stopped)
  })

  it('shows a still picture to those who asked for calm', async () => {
    const page = await open()
    const before = await firstWall(page)
    await page.waitForTimeout(1200)
    expect(await firstWall(page)).toBe(before)
    expect(await page.locator('#start-motion').isVisible()).toBe(false)
  })

  it.each([
    ['zh-TW', 'dark', { width: 320, height: 640 }],
    ['en-US', 'light', { width: 320, height: 640 }],
  ] as const)('has nothing that axe objects to, and fits: %s, %s', async (locale, colorScheme, viewport) => {
    const page = await open({ locale, colorScheme, viewport })
    await page.addScriptTag({ content: axe.source })
    expect(await axeProblems(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    )
  })
})

describe('a scenario file that is dropped', () => {
  it('with mistakes: all of them are listed, each with its line, and the screen stays', async () => {
    const page = await open()
    await dropFile(
      page,
      'mine.yaml',
      'format: qunxiang-scenario/1\nextends: ads-from-day-one\ndays: many\nowner: { energy: 7 }\n',
    )
    const rows = page.locator('.problems tbody tr')
    await rows.first().waitFor()
    expect((await rows.allInnerTexts()).map((row) => row.split(/\s*\t\s*/))).toEqual([
      ['第 3 行', 'days', '必须是 1 到 1500 的整数，现在是 "many"'],
      ['第 4 行', 'owner.energy', '必须是 0 到 1 的数，现在是 7'],
    ])
    await page.addScriptTag({ content: axe.source })
    expect(await axeProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.locator('.start-card').first().isVisible()).toBe(true)
  })

  it('without any: it opens, and is there after the page was left', async () => {
    const page = await open()
    const address = page.url()
    await dropFile(
      page,
      '我的群.yaml',
      'format: qunxiang-scenario/1\nextends: pain-point-first\nname: 小区团购\ndays: 30\n',
    )
    await ready(page)
    expect(await page.locator('.side h2').first().innerText()).toContain('小区团购')
    await page.goto(address)
    await page.locator('.start-own-list button').first().click()
    await ready(page)
    expect(await page.locator('.side h2').first().innerText()).toContain('小区团购')
  })

  it('of another kind is refused in words', async () => {
    const page = await open()
    await dropFile(page, 'photo.png', '\x89PNG')
    await expect.poll(() => page.locator('.dialog').innerText()).toContain('能打开的是场景')
  })
})

describe('the settings', () => {
  it('hold at once, in another language too, and after a reload', async () => {
    const page = await open()
    const size = (): Promise<number> =>
      page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))
    const usual = await size()
    await page.locator('#settings').click()
    await page.locator('#setting-textSize-130').check()
    expect(await size()).toBeCloseTo(usual * 1.3, 1)
    await page.locator('#setting-locale-en').check()
    await expect.poll(() => page.locator('.dialog h2').innerText()).toBe('Settings')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('setting-locale-en')
    await page.locator('#setting-theme-dark').check()
    await page.addScriptTag({ content: axe.source })
    expect(await axeProblems(page)).toEqual([])
    await page.reload()
    await page.locator('.start-card').first().waitFor()
    expect(await size()).toBeCloseTo(usual * 1.3, 1)
    expect(
      await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']]),
    ).toEqual(['en', 'dark'])
    await page.locator('#settings').click()
    await page.locator('#setting-reset').click()
    expect(await size()).toBeCloseTo(usual, 1)
  })

  it('delete what is kept', async () => {
    const page = await open()
    const address = page.url()
    await dropFile(page, 'run.jsonl', writeLog(tinyScenario({ days: 30 }), '7').text)
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('qunxiang.logs') ?? ''), { timeout: 20_000 })
      .toContain('run.jsonl')
    await page.goto(address)
    await page.locator('.start-card').first().waitFor()
    await dropFile(page, 'mine.yaml', 'format: qunxiang-scenario/1\nextends: rescue\ndays: 20\n')
    await ready(page)
    await page.goto(address)
    await page.locator('.start-own-list').waitFor()
    await page.locator('#settings').click()
    await expect.poll(() => page.locator('.settings').innerText()).toContain('1 个场景、1 份日志')
    await page.locator('#setting-forget').click()
    await expect.poll(() => page.locator('.settings').innerText()).toContain('没有存任何文件')
    expect(await page.evaluate(() => localStorage.getItem('qunxiang.scenarios'))).toBeNull()
  })
})
