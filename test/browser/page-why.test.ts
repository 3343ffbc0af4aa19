import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { resolveScenario } from '../../sim/index.ts'
import { whatIfSentence } from '../../viz/account/verdict.ts'
import { wordsFor } from '../viz/words.ts'
import { close } from './browser.ts'
import {
  axeProblems,
  consoleErrors,
  dayShown,
  laptop,
  openRuns,
  phone,
  projector,
  touch,
  speak,
} from './page-helper.ts'
import { askOfSomebody, somebodyWhoEnded, suppose, told } from './why-helper.ts'

/** Opens the account of the first member of a side by the keyboard, and waits until it is told. */
async function askWhy(page: Page, side = 0): Promise<void> {
  await page.locator('.wall').nth(side).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await told(page)
}

async function verdict(page: Page): Promise<string> {
  return (await page.locator('.verdict').textContent()) ?? ''
}

afterAll(close)

describe('why', () => {
  it('is answered by Enter on a seat: sentence, causes, days', async () => {
    const page = await openRuns('?t=180')
    const errors = consoleErrors(page)
    await askWhy(page)
    expect(await verdict(page)).toMatch(/^.+，第 1 天进群，/)
    expect(await page.locator('#sheet-title').textContent()).toContain('（虚构）')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sheet-title')
    expect(await page.locator('.lines .line').count()).toBe(3)
    expect(errors).toEqual([])
  })

  it('is answered by a click on a seat, and follows the arrow keys from there', async () => {
    const page = await openRuns('?t=120')
    await page
      .locator('.wall')
      .first()
      .click({ position: { x: 20, y: 20 } })
    await told(page)
    const first = await page.locator('.sheet-name').textContent()
    await page.keyboard.press('ArrowRight')
    await told(page)
    expect(await page.locator('.sheet-name').textContent()).not.toBe(first)
    await page.keyboard.press('Escape')
    expect(await page.locator('.sheet').count()).toBe(0)
  })

  it('is closed by Escape, and the focus is on her seat again', async () => {
    const page = await openRuns('?t=120')
    await askWhy(page)
    await page.keyboard.press('Escape')
    expect(await page.locator('.sheet').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('wall')
    expect(await page.locator('.card').first().isVisible()).toBe(true)
    await page.keyboard.press('w')
    await told(page)
    await page.click('#sheet-close')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('wall')
  })

  it('does not tell what has not happened yet', async () => {
    const page = await openRuns('?t=180')
    await page.locator('.wall').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    // Somebody with one ending: who has left may have muted before. Walk on until there is one.
    for (let seat = 0; seat < 40; seat++) {
      await told(page)
      if (/天开了免打扰；/.test(await verdict(page))) break
      await page.locator('.wall').first().focus()
      await page.keyboard.press('ArrowRight')
    }
    const day = Number(/第 (\d+) 天开了免打扰；/.exec(await verdict(page))?.[1])
    expect(day).toBeGreaterThan(1)
    await page.locator('#scrubber').focus()
    await page.keyboard.press('Home')
    for (let shown = 1; shown < day; shown++) await page.keyboard.press('ArrowRight')
    expect(await verdict(page)).toContain(`到第 ${day - 1} 天还在群里`)
    expect(await page.locator('.causes .waterfall').count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.causes .waterfall').count()).toBe(1)
  })

  it('lies over the other side, and never over her own seat', async () => {
    for (const viewport of [laptop, projector]) {
      const page = await openRuns('?t=100', { viewport })
      for (const side of [0, 1]) {
        await askWhy(page, side)
        const sheet = await page.locator('.sheet').boundingBox()
        const wall = await page.locator('.wall').nth(side).boundingBox()
        if (!sheet || !wall) throw new Error('sheet and wall must have places')
        const apart = sheet.x >= wall.x + wall.width || sheet.x + sheet.width <= wall.x
        expect(apart).toBe(true)
        await page.keyboard.press('Escape')
      }
    }
  })

  it('goes on to somebody with the same main cause', async () => {
    const page = await openRuns('?t=180')
    await askWhy(page)
    for (let seat = 0; seat < 40 && !(await page.locator('#peer-1').isVisible()); seat++) {
      await page.locator('.wall').first().focus()
      await page.keyboard.press('ArrowRight')
      await page.waitForTimeout(200)
      await told(page)
    }
    const before = await page.locator('.peers p').textContent()
    const cause = await page.locator('.causes .waterfall li').first().locator('span').first().textContent()
    await page.click('#peer-1')
    await expect.poll(() => page.locator('.peers p').textContent()).not.toBe(before)
    expect(await page.locator('.causes .waterfall li').first().locator('span').first().textContent()).toBe(
      cause,
    )
  })

  it('leads back to the day of what she saw, by the keyboard', async () => {
    const page = await openRuns('?t=180')
    await askOfSomebody(page)
    const sight = page.locator('.sight').first()
    const day = Number(/\d+/.exec((await sight.textContent()) ?? '')?.[0])
    await sight.focus()
    await page.keyboard.press('Enter')
    expect(await dayShown(page)).toBe(day)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('sight')
  })

  it('adds a ledger up to what is stored, whichever is asked for', async () => {
    const page = await openRuns('?t=100')
    await askWhy(page)
    for (const ledger of ['value', 'trust', 'label', 'fatigue']) {
      await page.click(`#ledger-${ledger}`)
      const texts = await page.locator('.build-up .waterfall b').allTextContents()
      const numbers = texts.map((text) => Number(text.replace('−', '-').replace('%', '')))
      const stored = numbers.pop() ?? NaN
      const sum = numbers.reduce((sum, change) => sum + change, 0)
      // Each change is rounded to a hundredth.
      expect(Math.abs(100 * sum - stored)).toBeLessThanOrEqual(0.5 * numbers.length + 0.5)
    }
  })

  it('hides from an owner what an owner cannot see', async () => {
    const page = await openRuns('?t=180')
    await askWhy(page)
    await page.keyboard.press('v')
    expect(await page.locator('.sheet .lines, .sheet .waterfall').count()).toBe(0)
    await page.getByRole('button', { name: '看真相' }).click()
    await told(page)
    expect(await page.locator('#view-truth').getAttribute('aria-pressed')).toBe('true')
  })

  it('speaks the language of the page', async () => {
    const page = await openRuns('?t=180')
    await askWhy(page)
    await page.locator('.ledger summary').click()
    await speak(page, 'en')
    await told(page)
    expect(await verdict(page)).toMatch(/ joined on day 1 /)
    await page.locator('.ledger summary').click()
    expect(await page.locator('.sheet').innerText()).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('says so when it cannot be computed', async () => {
    const page = await openRuns('?t=60')
    await page.route('**/desk-worker*', (route) => route.abort())
    await page.locator('.wall').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('w')
    await page.locator('.sheet [role=alert]').waitFor()
    expect(await page.locator('.sheet [role=alert]').textContent()).toContain('这笔账算不出来')
  })
})

describe('what if there had been no such cause', () => {
  it('is answered as the engine answers it', async () => {
    const file = fileURLToPath(new URL('../../scenarios/ads-from-day-one.yaml', import.meta.url))
    const scenario = resolveScenario(parse(readFileSync(file, 'utf8')), 'ads-from-day-one', () => undefined)
    const { seat, ending, cause, without } = somebodyWhoEnded(scenario, '1', { kind: 'left' })
    const page = await openRuns('?a=ads-from-day-one&seed=1&t=180')
    await askOfSomebody(page, seat)
    expect(await suppose(page)).toBe(whatIfSentence(without, ending, wordsFor('zh-Hans')))
    expect(await page.locator('.what-if').textContent()).toContain('一次不是概率')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`what-if-${cause}`)
    await speak(page, 'en')
    const inEnglish = whatIfSentence(without, ending, wordsFor('en'))
    await expect.poll(() => page.locator('.answer').textContent()).toBe(inEnglish)
  })

  it('shows progress when it takes long, and can be given up', async () => {
    const page = await openRuns('?t=180')
    await askOfSomebody(page)
    let letGo = (): void => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route('**/desk-worker*', async (route) => {
      await held
      await route.continue().catch(() => {})
    })
    const question = page.locator('.questions .button').first()
    await question.focus()
    await page.keyboard.press('Enter')
    await page.locator('.what-if > .waiting-bar progress').waitFor()
    expect(await page.locator('.what-if > [role=status]').textContent()).toBe('正在把这段历史重跑一遍…')
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
    await page.keyboard.press('ArrowRight') // the page is alive
    await page.locator('#what-if-cancel').focus()
    await page.keyboard.press('Enter')
    expect(await question.evaluate((button) => button === document.activeElement)).toBe(true)
    letGo()
    await page.waitForTimeout(1000)
    expect(await page.locator('.what-if > [role=status]').textContent()).toBe('')
  })

  it('leaves the focus on the question when a long run ends under it', async () => {
    const page = await openRuns('?t=180')
    await askOfSomebody(page)
    await page.route('**/desk-worker*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue().catch(() => {})
    })
    const question = page.locator('.questions .button').first()
    await question.click()
    await page.locator('#what-if-cancel').focus()
    await page.locator('.what-if .quiet:not(:empty)').waitFor()
    expect(await question.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it('is asked again under other lucks, and says in how many of them it would have mattered', async () => {
    const page = await openRuns('?a=ads-from-day-one&seed=1&t=180')
    await askOfSomebody(page)
    await suppose(page)
    await page.locator('.lucks-say:not(:empty)').waitFor({ timeout: 30_000 })
    expect(await page.locator('.lucks .luck.pending').count()).toBe(0)
    const longer = await page.locator('.lucks .luck.longer').count()
    const says = (await page.locator('.lucks-say').textContent()) ?? ''
    expect(says).toMatch(longer === 0 ? /没有一次/ : new RegExp(`20 次里 ${longer} 次，她会`))
    expect(await page.locator('.what-if').textContent()).toContain('这是模型，不是预测')
  })

  it('gives up the lucks that are to come, and keeps what is known', async () => {
    const page = await openRuns('?a=ads-from-day-one&seed=1&t=180')
    await askOfSomebody(page)
    // The first run is let through; the workers of the others load slowly.
    let asked = 0
    await page.route('**/desk-worker*', async (route) => {
      if (++asked > 1) await new Promise((resolve) => setTimeout(resolve, 4000))
      await route.continue().catch(() => {})
    })
    const answer = await suppose(page)
    await page.locator('#lucks-stop').click()
    expect(await page.locator('.lucks-say').textContent()).toMatch(/^停在 1 \/ 20 次。/)
    expect(await page.locator('.answer').textContent()).toBe(answer)
    expect(await page.locator('#lucks-stop').isVisible()).toBe(false)
  })

  it('is forgotten when the sheet is closed', async () => {
    const page = await openRuns('?t=180')
    await askOfSomebody(page)
    await suppose(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('w')
    await told(page)
    expect(await page.locator('.what-if > [role=status]').textContent()).toBe('')
  })

  it('is told for one ending, and not before it', async () => {
    const page = await openRuns('?t=180')
    await askOfSomebody(page)
    const answer = await suppose(page)
    await page.locator('#scrubber').focus()
    await page.keyboard.press('Home')
    expect(await page.locator('.what-if').count()).toBe(0)
    await page.keyboard.press('End')
    expect(await page.locator('.answer').textContent()).toBe(answer)
  })

  it('says so when it fails', async () => {
    const page = await openRuns('?t=180')
    await askOfSomebody(page)
    await page.route('**/desk-worker*', (route) => route.abort())
    await page.locator('.questions .button').first().click()
    await expect.poll(() => page.locator('.answer').textContent()).toContain('重跑没有成功')
  })

  it('has targets for fingers', async () => {
    const page = await openRuns('?t=180&l=en', touch)
    await askOfSomebody(page)
    for (const box of await page.locator('.questions .button').all()) {
      const { height = 0, width = 0, x = 0 } = (await box.boundingBox()) ?? {}
      expect(height).toBeGreaterThanOrEqual(44)
      expect(x + width).toBeLessThanOrEqual(phone.width)
    }
  })
})

describe('axe finds nothing on an account', () => {
  // Colours and names do not depend on each other: each of both once.
  const cases = [
    ['light', 'zh-Hans'],
    ['dark', 'zh-Hant'],
    ['dark', 'en'],
  ]

  it.each(cases)('in the %s theme, in %s', async (theme, locale) => {
    const page = await openRuns(`?theme=${theme}&l=${locale}&t=180`)
    await askOfSomebody(page)
    await suppose(page)
    await page.locator('.ledger summary').click()
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
  })

  it('on a phone, where it comes from below and can be closed', async () => {
    const page = await openRuns('?t=180', touch)
    await page
      .locator('.wall')
      .first()
      .tap({ position: { x: 30, y: 30 } })
    await told(page)
    const box = await page.locator('.sheet').boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(phone.height, 0)
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
    const heightOf = async (): Promise<number> =>
      ((await page.locator('.sheet').boundingBox())?.height ?? 0) / phone.height
    expect(await heightOf()).toBeCloseTo(0.4, 2)
    await page.locator('#sheet-large').tap()
    await expect.poll(heightOf).toBeCloseTo(0.85, 2)
    await page.locator('#sheet-small').tap()
    await expect.poll(heightOf).toBeCloseTo(0.4, 2)
    await page.locator('#sheet-close').tap()
    expect(await page.locator('.sheet').count()).toBe(0)
  })
})
