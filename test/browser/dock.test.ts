import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { close } from './browser.ts'
import { axeProblems, dayShown, laptop, openRuns, projector, touch } from './page-helper.ts'

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} must have a place`)
  return box
}

afterAll(close)

describe('the dock', () => {
  it.each([
    ['projector', { viewport: projector }, 156],
    ['laptop', { viewport: laptop }, 144],
  ])('keeps to its height on a %s', async (_, options, height) => {
    const page = await openRuns('?t=60', options)
    expect((await boxOf(page, '.dock')).height).toBeCloseTo(height, 0)
  })

  it('on a phone has 112 px under the chapters, and nothing in it lies over anything else', async () => {
    const page = await openRuns('?t=60', touch)
    const [dock, scrubber] = [await boxOf(page, '.dock'), await boxOf(page, '.scrubber')]
    expect(dock.y + dock.height - scrubber.y).toBe(112)
    expect(scrubber.height).toBe(44)
    const buttons = await page
      .locator('.controls button:visible, .controls select:visible, .asides button:visible')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect))
    expect(buttons.length).toBeGreaterThan(5)
    buttons.sort((one, other) => one.left - other.left)
    for (const [at, { left, width, height }] of buttons.entries()) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
      expect(left).toBeGreaterThanOrEqual(buttons[at - 1]?.right ?? 0)
    }
    const marker = await boxOf(page, '.marker')
    expect([marker.width, marker.height]).toEqual([44, 44])
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
  })

  it('tells of a day under the pointer and does not go there; Esc puts that away, and only that', async () => {
    const page = await openRuns('?t=120')
    await page.keyboard.press('m')
    const track = await boxOf(page, '.track')
    await page.mouse.move(track.x + track.width / 2, track.y)
    const preview = page.locator('.preview')
    await preview.waitFor()
    expect(await preview.textContent()).toMatch(/^第 90 天.+A在群 \d+/)
    expect(await dayShown(page)).toBe(120)
    await page.keyboard.press('Escape')
    expect(await preview.isVisible()).toBe(false)
    expect(await page.locator('.chapters').isVisible()).toBe(true)
    await page.mouse.move(track.x + track.width / 2 + 40, track.y)
    expect(await preview.isVisible()).toBe(false)
  })

  it('keeps what it tells of a day while the pointer is on it', async () => {
    const page = await openRuns('?t=60')
    const track = await boxOf(page, '.track')
    await page.mouse.move(track.x + track.width / 2, track.y)
    await page.locator('.preview').waitFor()
    const preview = await boxOf(page, '.preview')
    await page.mouse.move(preview.x + 30, preview.y + 30, { steps: 4 })
    await page.waitForTimeout(700)
    expect(await page.locator('.preview').isVisible()).toBe(true)
    await page.mouse.move(20, 20)
    await page.locator('.preview').waitFor({ state: 'hidden' })
  })

  it('tells of the days that the arrows of the slider go to', async () => {
    const page = await openRuns('?t=60')
    await page.focus('#scrubber')
    await page.keyboard.press('ArrowRight')
    await page.locator('.preview').waitFor()
    await page.keyboard.press('PageDown')
    expect(await page.locator('.preview-day').textContent()).toBe('第 68 天')
    await page.focus('#play')
    expect(await page.locator('.preview').isVisible()).toBe(false)
  })

  it('goes to the end by the key, on a phone too, after a finger was on the slider', async () => {
    const page = await openRuns('?t=60', touch)
    const track = await boxOf(page, '.track')
    const fingers = await page.context().newCDPSession(page)
    const at = (share: number) => [{ x: track.x + track.width * share, y: track.y + 2 }]
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.2) })
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(0.3) })
    await page.locator('.preview').waitFor()
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    expect(await page.locator('.preview').isVisible()).toBe(false)
    expect(await dayShown(page)).toBe(54)
    await page.keyboard.press('End')
    expect(await dayShown(page)).toBe(180)
    await page.keyboard.press('Home')
    expect(await dayShown(page)).toBe(0)
    expect(await page.evaluate(() => scrollY)).toBe(0)
  })

  it('goes to a day that is typed', async () => {
    const page = await openRuns()
    await page.keyboard.press('g')
    await page.locator('#go-to-day').waitFor()
    await page.keyboard.type('999')
    await page.keyboard.press('Enter')
    expect(await page.locator('dialog.dialog').isVisible()).toBe(true)
    await page.fill('#go-to-day', '37')
    await page.keyboard.press('Enter')
    expect(await dayShown(page)).toBe(37)
    await page.locator('dialog.dialog').waitFor({ state: 'detached' })
  })
})
