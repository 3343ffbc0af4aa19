import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { close } from './browser.ts'
import { axeProblems, consoleErrors, openRuns, wallPicture } from './page-helper.ts'

/** The name of whoever's card is open. */
async function cardName(page: Page): Promise<string> {
  return (await page.locator('.card:not([hidden]) .card-name').first().textContent()) ?? ''
}

afterAll(close)

describe('the colours of seats', () => {
  it('may stand for a score, with its ends in the legend, and back', async () => {
    const page = await openRuns('?a=pain-point-first&t=90')
    const errors = consoleErrors(page)
    const before = await wallPicture(page)
    const pictures = new Set([before])
    for (const [score, ends] of [
      ['trust', '0%100%'],
      ['interest', '0%100%'],
      ['fatigue', '0%100%'],
      ['spending', '0 单6 单以上'],
    ] as const) {
      await page.click(`#colour-${score}`)
      pictures.add(await wallPicture(page))
      expect(await page.locator('.ramp-scale').textContent()).toBe(ends)
    }
    expect(pictures.size).toBe(5)
    await page.click('#colour-state')
    expect(await wallPicture(page)).toBe(before)
    expect(await page.locator('.ramp').isVisible()).toBe(false)
    expect(errors).toEqual([])
  })

  it('tell an owner nothing of what goes on inside people', async () => {
    const page = await openRuns('?a=pain-point-first&t=90')
    await page.keyboard.press('v')
    await page.click('#colour-trust')
    const trust = await wallPicture(page)
    expect(await page.locator('.ramp').textContent()).toContain('群主看不见')
    expect(await page.locator('.temperature').innerText()).toMatch(/群主看不见/)
    await page.click('#colour-fatigue')
    expect(await wallPicture(page)).toBe(trust)
    await page.click('#colour-spending')
    expect(await page.locator('.ramp-scale').isVisible()).toBe(true)
  })

  it('leave the page without a fault, in both themes', async () => {
    for (const theme of ['light', 'dark']) {
      const page = await openRuns(`?a=pain-point-first&t=90&theme=${theme}`)
      await page.evaluate(axe.source)
      await page.click('#colour-trust')
      await page.locator('.wall').first().focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await axeProblems(page)).toEqual([])
    }
  })
})

describe('seats by state', () => {
  it('stand so until the replay goes on', async () => {
    const page = await openRuns('?a=offline-events&t=90')
    const joined = await wallPicture(page)
    await page.click('#sort-seats')
    expect(await wallPicture(page)).not.toBe(joined)
    expect(await page.locator('#sort-seats').getAttribute('aria-pressed')).toBe('true')
    await page.locator('body').press('k')
    await page.locator('body').press('k')
    expect(await page.locator('#sort-seats').getAttribute('aria-pressed')).toBe('false')
  })

  it('are walked along by the arrow keys as they stand', async () => {
    const page = await openRuns('?a=offline-events&t=90')
    await page.locator('.wall').focus()
    await page.keyboard.press('ArrowRight')
    const first = await cardName(page)
    await page.click('#sort-seats')
    await page.locator('.wall').focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.card').innerText()).toMatch(/铁粉：|客户：/)
    expect(await cardName(page)).not.toBe(first)
  })

  it('are listed with their counts, and lead on to seats and accounts', async () => {
    const page = await openRuns('?a=offline-events&t=90')
    await page.locator('.wall').focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('按状态找座位')
    await page.keyboard.press('Enter')
    const lurkers = page.locator('.reader li button', { hasText: '潜水' })
    const count = await page.locator('.legend li', { hasText: '潜水' }).locator('b').textContent()
    expect(await lurkers.textContent()).toBe(`潜水 ${count} 人`)
    await lurkers.focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.card').innerText()).toContain('潜水：')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('sheet-title')
  })
})

describe('a member', () => {
  it('is found by number, and the focus is on her seat', async () => {
    const page = await openRuns('?a=offline-events&b=pain-point-first&t=90')
    await page.keyboard.press('/')
    await page.locator('.find-wish').fill('小')
    const second = page.locator('.find-results button').nth(1)
    const [, number = ''] = /#(\d+)/.exec((await second.textContent()) ?? '') ?? []
    await page.locator('.find-wish').fill(number)
    const name = await page.locator('.find-results strong').first().textContent()
    await page.keyboard.press('Enter')
    expect(await cardName(page)).toContain(name ?? '')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('wall')
  })
})

describe('a community of several groups', () => {
  it('is a wall for each, and Enter leads into one and Esc back', async () => {
    const page = await openRuns('?a=broad-or-narrow--narrow&t=60')
    const tiles = page.locator('.groups-tile')
    expect(await tiles.count()).toBe(4)
    const counts = (await tiles.allTextContents()).map((text) => Number(/ (\d+) 人/.exec(text)?.[1]))
    const members = await page.locator('.numbers dd').first().textContent()
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(members))
    await tiles.nth(2).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.groups-one strong').textContent()).toBe('群 3')
    await page.locator('.wall.groups').focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.card').innerText()).toContain('（虚构）')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await tiles.nth(2).evaluate((tile) => tile === document.activeElement)).toBe(true)
  })
})
