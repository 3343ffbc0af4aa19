import axe from 'axe-core'
import { afterAll, describe, expect, it } from 'vitest'
import { close, openPage } from './browser.ts'
import {
  axeProblems,
  consoleErrors,
  dayShown,
  laptop,
  openRuns,
  projector,
  ready,
  touch,
  wallPicture,
  speak,
} from './page-helper.ts'

afterAll(close)

describe('the page', () => {
  it('opens with both walls, ready to play, and complains about nothing', async () => {
    const page = await openRuns()
    const errors = consoleErrors(page)
    await page.reload()
    await ready(page)
    expect(await page.locator('h2 .name').allTextContents()).toEqual(['开群就刷广告', '痛点先行'])
    expect(await page.locator('.wall canvas[role=img]').count()).toBe(2)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('start')
    expect(await dayShown(page)).toBe(0)
    expect(errors).toEqual([])
  })

  it('gives both walls seats of one size in the same number of columns', async () => {
    const page = await openRuns()
    const sizes = await page
      .locator('.wall canvas[role=img]')
      .evaluateAll((all) =>
        all.map((canvas) => [(canvas as HTMLCanvasElement).width, (canvas as HTMLCanvasElement).height]),
      )
    expect(sizes[0]).toEqual(sizes[1])
  })

  it('plays and pauses', async () => {
    const page = await openRuns('', { reducedMotion: 'no-preference' })
    await page.click('#start')
    await expect.poll(() => dayShown(page), { timeout: 5000 }).toBeGreaterThan(3)
    await page.keyboard.press('k')
    const day = await dayShown(page)
    await page.waitForTimeout(400)
    expect(await dayShown(page)).toBe(day)
    expect(await page.locator('#start').count()).toBe(0)
  })

  it('steps at most two days a second for those who want less motion', async () => {
    const page = await openRuns('?t=10')
    await page.keyboard.press('k')
    await page.waitForTimeout(2000)
    await page.keyboard.press('k')
    expect(await dayShown(page)).toBeGreaterThan(10)
    expect(await dayShown(page)).toBeLessThanOrEqual(16)
  })

  it('is played by keys', async () => {
    const page = await openRuns('?t=30')
    const after = async (...keys: string[]): Promise<number> => {
      for (const key of keys) await page.keyboard.press(key)
      return dayShown(page)
    }
    expect(await after('ArrowRight')).toBe(31)
    expect(await after('ArrowLeft', 'ArrowLeft')).toBe(29)
    expect(await after('Shift+ArrowRight')).toBe(36)
    expect(await after('End')).toBe(180)
    expect(await after('Home')).toBe(0)
    const first = await after(']')
    expect(first).toBeGreaterThan(0)
    const second = await after(']')
    expect(second).toBeGreaterThan(first)
    expect(await after('[')).toBe(first)
  })

  it('names keys in a help that the keys come from', async () => {
    const page = await openRuns()
    await page.keyboard.press('?')
    expect(await page.locator('dialog[open] kbd').count()).toBeGreaterThan(10)
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
  })

  it('is scrubbed with the mouse', async () => {
    const page = await openRuns()
    const box = await page.locator('.track').boundingBox()
    if (!box) throw new Error('the track must have a place')
    await page.mouse.move(box.x + 2, box.y + 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + 2, { steps: 5 })
    expect(await dayShown(page)).toBe(90)
    await page.mouse.up()
    expect(await page.locator('#scrubber').getAttribute('aria-valuetext')).toMatch(
      /^第 90 天，A 在群 [\d,]+ 人，B 在群 [\d,]+ 人/,
    )
  })

  it('is scrubbed with a finger', async () => {
    const page = await openRuns('', touch)
    const box = await page.locator('.track').boundingBox()
    if (!box) throw new Error('the track must have a place')
    const fingers = await page.context().newCDPSession(page)
    const at = (share: number) => [{ x: box.x + box.width * share, y: box.y + 2 }]
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.1) })
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(0.3) })
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(0.5) })
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    expect(await dayShown(page)).toBe(90)
  })

  it('shows the same wall however a day is reached', async () => {
    const page = await openRuns('?t=57')
    const jumped = await wallPicture(page)
    for (const key of ['Home', 'End', '[', 'Home']) await page.keyboard.press(key)
    for (let day = 0; day < 8; day++) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await dayShown(page)).toBe(57)
    expect(await wallPicture(page)).toBe(jumped)
  })

  it('does not tell of a death before it has happened', async () => {
    const page = await openRuns()
    const badge = page.locator('.side').first().locator('.badge')
    expect(await badge.isVisible()).toBe(false)
    await page.keyboard.press('End')
    expect(await badge.textContent()).toMatch(/^第 \d+ 天死群$/)
  })

  it('goes to a chapter and stops there', async () => {
    const page = await openRuns('?t=3')
    await page.keyboard.press('k')
    await page.keyboard.press('m')
    await page.locator('.chapter', { hasText: '开始发广告' }).click()
    expect(await dayShown(page)).toBe(31)
    expect(await page.locator('.caption').textContent()).toContain('开始发广告')
    expect(await page.locator('#play').getAttribute('aria-label')).toBe('播放')
  })

  it('has a button for every key moment, by name', async () => {
    const page = await openRuns()
    const names = await page
      .locator('.marker')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))
    expect(names.length).toBeGreaterThan(6)
    for (const name of names) expect(name).toMatch(/^[AB] 第 \d+ 天：/)
  })

  it('hides what an owner cannot see', async () => {
    const page = await openRuns('?t=60')
    const truth = await wallPicture(page)
    await page.keyboard.press('v')
    expect(await page.locator('#view-owner').getAttribute('aria-pressed')).toBe('true')
    expect(await wallPicture(page)).not.toBe(truth)
    await page.keyboard.press('v')
    expect(await wallPicture(page)).toBe(truth)
  })

  it('tells who sits where, by pointer and by keys', async () => {
    const page = await openRuns('?t=60')
    const wall = page.locator('.wall').first()
    await wall.hover({ position: { x: 20, y: 20 } })
    expect(await wall.locator('.card').textContent()).toContain('（虚构）')
    const before = await wall.locator('.card').textContent()
    await wall.focus()
    await page.keyboard.press('ArrowDown')
    expect(await wall.locator('.card').textContent()).not.toBe(before)
    expect(await dayShown(page)).toBe(60)
    await page.keyboard.press('Escape')
    expect(await wall.locator('.card').isVisible()).toBe(false)
  })

  it('shows the table behind a chart, and no more of it than was played', async () => {
    const page = await openRuns('?t=12')
    await page.getByRole('button', { name: '表格：在群人数' }).click()
    expect(await page.locator('dialog[open] tbody tr').count()).toBe(13)
  })

  it('changes its language without a reload and remembers it', async () => {
    const page = await openRuns('?t=30')
    await page.evaluate(() => Object.assign(window, { untouched: true }))
    await speak(page, 'en')
    expect(await page.locator('h2 .name').first().textContent()).toBe('Ads from day one')
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await dayShown(page)).toBe(30)
    expect(await page.evaluate(() => 'untouched' in window)).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('language-en')
    expect(await page.locator('body').innerText()).not.toMatch(/[\u4e00-\u9fff](?<![简繁])/)
    await page.reload()
    await ready(page)
    expect(await page.getAttribute('html', 'lang')).toBe('en')
  })

  it('changes its theme', async () => {
    const page = await openRuns('', { colorScheme: 'light' })
    await page.keyboard.press('t')
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(background).toBe('rgb(14, 18, 23)')
  })
})

describe('room', () => {
  it.each([
    ['projector', projector],
    ['laptop', laptop],
  ])('on a %s, everything fits and nothing scrolls', async (_, viewport) => {
    for (const locale of ['zh-Hans', 'en']) {
      const page = await openRuns(`?l=${locale}&t=100`, { viewport })
      const { scrollWidth, scrollHeight } = await page
        .evaluate(() => document.documentElement)
        .then(() =>
          page.evaluate(() => ({
            scrollWidth: document.documentElement.scrollWidth,
            scrollHeight: document.documentElement.scrollHeight,
          })),
        )
      expect({ scrollWidth, scrollHeight }).toEqual({
        scrollWidth: viewport.width,
        scrollHeight: viewport.height,
      })
    }
  })

  it('one scenario gets one wall', async () => {
    const page = await openRuns('?a=pain-point-first&b=')
    expect(await page.locator('.wall').count()).toBe(1)
    expect(await page.locator('.chart').count()).toBe(2)
  })
})

describe('what goes wrong is said, with what to do', () => {
  it('an unknown scenario, next to one that plays', async () => {
    const page = await openRuns('?a=pain-point-frist&b=ads-from-day-one')
    const alert = await page.locator('[role=alert]').textContent()
    expect(alert).toContain('没有叫“pain-point-frist”的场景')
    expect(alert).toContain('pain-point-first')
    await page.keyboard.press('k')
    await expect.poll(() => dayShown(page), { timeout: 5000 }).toBeGreaterThan(0)
  })

  it('a scenario with mistakes, as the engine words them', async () => {
    const scenarios = { mine: { format: 'qunxiang-scenario/1', name: 'Mine', days: 'many' } }
    const given = { names: ['mine'], scenarios }
    const page = await openPage({ locale: 'en-GB', viewport: laptop, given })
    const alert = page.locator('[role=alert]')
    await alert.waitFor()
    expect(await alert.textContent()).toContain('days must be')
    expect(await page.locator('.side').count()).toBe(1)
  })

  it('a worker that does not start', async () => {
    const page = await openRuns()
    await page.route('**/worker*', (route) => route.abort())
    await page.reload()
    await page.locator('[role=alert]').first().waitFor()
    expect(await page.locator('[role=alert]').count()).toBe(2)
    expect(await page.locator('[role=alert]').first().textContent()).toContain('请刷新')
  })
})

describe('given scenarios', () => {
  it('beside the page are shown instead', async () => {
    const scenarios = { mine: { extends: 'pain-point-first', name: '我的群', days: 60 } }
    const page = await openRuns('', { given: { names: ['mine'], scenarios, seed: 'S' } })
    expect(await page.locator('h2 .name').allTextContents()).toEqual(['我的群'])
    expect(await page.locator('#scrubber').getAttribute('aria-valuemax')).toBe('60')
    await page.click('#about')
    expect(await page.locator('dialog[open] dd').first().textContent()).toBe('S')
  })
})

describe('axe finds nothing', () => {
  it.each([
    ['the chapters', '?a=pain-point-first&t=60', 'm'],
    ['a message of failure', '?a=nobody', ''],
  ])('on %s', async (_, address, key) => {
    const page = await openPage({
      locale: 'zh-CN',
      viewport: laptop,
      address,
    })
    await page.locator('#play, [role=alert]').first().waitFor()
    if (key !== '') await page.keyboard.press(key)
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
  })

  it('on a phone', async () => {
    const page = await openRuns('?t=60', touch)
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
  })
})
