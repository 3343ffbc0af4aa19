import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { close } from './browser.ts'
import { axeProblems, openRuns, projector, ready, touch } from './page-helper.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

afterAll(close)

describe('the row of charts', () => {
  it('has three tiles on a projector beside the panel of the lab, and each can show any of the eight', async () => {
    const page = await openRuns('?a=ads-from-day-one&t=60', { viewport: projector })
    expect(await page.locator('.tile').count()).toBe(3)
    for (const kind of [
      'trust',
      'fatigue',
      'income',
      'survival',
      'causes',
      'outcomes',
      'activity',
      'states',
    ]) {
      await page.locator('.chart-pick').first().selectOption(kind)
      const tile = page.locator('.tile').first()
      await tile.locator('svg path[d], .bar-row, .dot').first().waitFor({ state: 'attached' })
      expect(await tile.getAttribute('class')).toContain(`tile-${kind}`)
      expect(await page.locator('.tile').count()).toBe(3)
    }
    await page.addScriptTag({ path: axe })
    expect(await axeProblems(page)).toEqual([])
  })

  it('has three tiles for several sides, in which no word lies over another', async () => {
    const page = await openRuns('?t=60&l=zh-Hans', { viewport: projector })
    expect(await page.locator('.tile').count()).toBe(3)
    await page.locator('.tile-income svg path').first().waitFor({ state: 'attached' })
    const overlaps = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.tile svg'), (svg) => {
        const words = Array.from(svg.querySelectorAll('text'), (text) => ({
          said: text.textContent,
          box: text.getBoundingClientRect(),
        })).filter(({ said, box }) => said !== '' && box.width > 0)
        return words.flatMap(({ said, box }, at) =>
          words
            .slice(at + 1)
            .filter(
              ({ box: other }) =>
                Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2 &&
                Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > box.height / 2,
            )
            .map((other) => `${said} ${other.said}`),
        )
      }).flat(),
    )
    expect(overlaps).toEqual([])
  })

  it('on a laptop has two, a list of the others, and remembers what was chosen', async () => {
    const page = await openRuns('?a=ads-from-day-one&t=60&l=en')
    await page.getByRole('button', { name: 'Ad fatigue', exact: true }).click()
    await page.reload()
    await ready(page)
    expect(await page.locator('.tile').count()).toBe(2)
    expect(await page.locator('.tile').nth(1).getAttribute('class')).toContain('tile-fatigue')
  })

  it('on a phone is one tile under tabs, which arrow keys move along', async () => {
    const page = await openRuns('?t=60', touch)
    expect(await page.locator('.tile').count()).toBe(1)
    await page.getByRole('tab', { selected: true }).focus()
    await page.keyboard.press('ArrowRight')
    const tab = page.getByRole('tab', { selected: true })
    expect(await tab.textContent()).toBe('信任和兴趣')
    expect(await tab.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.locator('.tile-trust svg path').first().waitFor({ state: 'attached' })
    await page.addScriptTag({ path: axe })
    expect(await axeProblems(page)).toEqual([])
  })
})

describe('what can be taken away', () => {
  it('is a drawing with its colours and a table that a spreadsheet reads', async () => {
    const page = await openRuns('?a=ads-from-day-one&t=60')
    const take = async (name: string): Promise<string> => {
      await page.getByRole('button', { name: '下载：在群人数' }).click()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ])
      await page.keyboard.press('Escape')
      return readFile(await file.path(), 'utf8')
    }
    const svg = await take('图（SVG）')
    expect(svg).toContain('<pattern')
    expect(svg).toContain('PingFang SC')
    expect(svg).not.toContain('var(--')
    const csv = await take('数据（CSV')
    expect(csv.startsWith('\ufeff')).toBe(true)
    expect(csv.trim().split('\r\n')).toHaveLength(62)
  })
})

describe('the playhead', () => {
  it('moves without any path being drawn anew', async () => {
    const page = await openRuns('?t=60', { viewport: projector })
    await page.locator('.tile-income svg path').first().waitFor({ state: 'attached' })
    const { paths, before, after } = await page.evaluate(async () => {
      const line = (): string =>
        document.querySelector('.chart-row .playhead')?.getAttribute('transform') ?? ''
      const before = line()
      let paths = 0
      const seen = new MutationObserver((changes) => {
        paths += changes.filter(({ attributeName }) => attributeName === 'd').length
      })
      for (const chart of document.querySelectorAll('.chart-row svg'))
        seen.observe(chart, { subtree: true, attributes: true })
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { paths, before, after: line() }
    })
    expect(paths).toBe(0)
    expect(before).toMatch(/^translate\(\d/)
    expect(after).not.toBe(before)
  })
})
