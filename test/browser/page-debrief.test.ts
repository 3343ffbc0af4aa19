import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { close } from './browser.ts'
import type { PageOptions } from './browser.ts'
import { axeProblems, laptop, openRuns, phone } from './page-helper.ts'

const LESSON = '先给价值，再谈成交。'

/** A page with a scenario that has a lesson and two contrasts, one of which nobody knows. */
async function openLesson(options: PageOptions = {}): Promise<Page> {
  const lesson = { 'zh-Hans': LESSON, 'zh-Hant': LESSON, en: 'Value first, deals later.' }
  const mine = { extends: 'pain-point-first', days: 60, lesson, contrast: ['red-packet-rain', 'nobody'] }
  return openRuns('', { ...options, given: { names: ['mine'], scenarios: { mine } } })
}

afterAll(close)

describe('what the model does not know', () => {
  it.each(['zh-Hans', 'zh-Hant', 'en'])(
    'is told in %s by key and by mouse, and Esc leads back',
    async (l) => {
      const page = await openRuns(`?l=${l}`)
      await page.click('#limits')
      const dialog = page.locator('dialog[open]')
      await dialog.waitFor()
      expect(await dialog.locator('li').count()).toBeGreaterThan(5)
      await page.keyboard.press('Escape')
      await expect.poll(() => dialog.count()).toBe(0)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('limits')
      await page.keyboard.press('n')
      await dialog.waitFor()
      await page.evaluate(axe.source)
      expect(await axeProblems(page)).toEqual([])
    },
  )
})

describe('the teacher’s sentence', () => {
  it('is hidden until the replay has reached its end, and no seat moves when it comes', async () => {
    const page = await openLesson()
    const lesson = page.locator('.lesson')
    const wall = page.locator('.wall')
    const before = await wall.boundingBox()
    expect(await lesson.isVisible()).toBe(false)
    await page.keyboard.press('End')
    expect(await lesson.textContent()).toBe(LESSON)
    expect(await lesson.isVisible()).toBe(true)
    expect(await wall.boundingBox()).toEqual(before)
    await page.keyboard.press('Home')
    expect(await lesson.isVisible()).toBe(true)
  })
  it('is revealed and hidden on demand, in every language', async () => {
    const page = await openLesson()
    await page.click('#tell-A')
    expect(await page.locator('.lesson').isVisible()).toBe(true)
    await page.keyboard.press('l')
    expect(await page.locator('#tell-A').getAttribute('aria-expanded')).toBe('true')
    await page.click('#tell-A')
    expect(await page.locator('.lesson').isVisible()).toBe(false)
  })
  it('has the known contrasts beside it, which open on the other side', async () => {
    const page = await openLesson()
    const links = page.locator('.contrasts a')
    expect(await links.allTextContents()).toEqual(['红包雨'])
    await links.first().click()
    await expect.poll(() => page.locator('h2 .name').allTextContents()).toEqual(['痛点先行', '红包雨'])
  })
  it.each([laptop, phone])('passes axe at $width pixels', async (viewport) => {
    const page = await openLesson({ viewport })
    await page.keyboard.press('End')
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
  })
})

describe('the choice of scenarios', () => {
  it('is grouped by question, and puts a scenario on the chosen side', async () => {
    const page = await openRuns('?seed=7')
    await page.keyboard.press('s')
    const dialog = page.locator('dialog[open]')
    await dialog.waitFor()
    expect(await dialog.locator('h3').first().textContent()).toBe('怎么卖')
    expect(await dialog.locator('li li a').count()).toBeGreaterThan(3)
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
    await dialog.locator('.chooser-place button').nth(1).click()
    await dialog.getByRole('link', { name: '红包雨', exact: true }).click()
    await page.waitForURL(/b=red-packet-rain/)
    await expect.poll(() => page.locator('h2 .name').allTextContents()).toEqual(['开群就刷广告', '红包雨'])
    expect(new URL(page.url()).searchParams.get('seed')).toBe('7')
  })
  it('gives the focus back at Esc', async () => {
    const page = await openRuns()
    await page.focus('#settings')
    await page.keyboard.press('s')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('settings')
  })
})
