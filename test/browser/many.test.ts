import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { outcomeOf, resolveScenario, seedOfRun } from '../../sim/index.ts'
import { runText } from '../../viz/outcomes/fate.ts'
import { RUNS } from '../../viz/outcomes/reruns.ts'
import { MANY_TEXTS } from '../../viz/tuning/many-texts.ts'
import { scenarioWith } from '../viz/playback.ts'
import { wordsFor } from '../viz/words.ts'
import { close, openPage } from './browser.ts'
import type { PageOptions } from './browser.ts'
import { axeProblems, consoleErrors, labWorkers, ready } from './page-helper.ts'

const laptop = { width: 1366, height: 768 }
const words = wordsFor('zh-Hans')
const texts = MANY_TEXTS['zh-Hans']

const RAW = scenarioWith({ name: 'Pushy', days: 40, plan: [{ from: 0, ads: { perDay: 4 } }] })
const SCENARIO = resolveScenario(RAW, 'pushy', () => undefined)
/** What the first chip, 停广告, makes of it on day 10. */
const FORKS = [{ at: 10, edits: [{ path: 'plan[0].ads.perDay', value: 0 }] }]

async function open(address = '', options: PageOptions = {}, pushy: unknown = RAW): Promise<Page> {
  const page = await openPage({ locale: 'zh-CN', viewport: laptop, ...options })
  const given = { names: ['pushy'], scenarios: { pushy }, seed: 'S' }
  await page.route('**/given.json', (route) => route.fulfill({ json: given }))
  await page.goto(`${new URL(page.url()).origin}/?a=pushy&m=lab&t=10${address}`)
  await ready(page)
  return page
}

/** The page with many runs of its plan, all done. */
async function openMany(options: PageOptions = {}): Promise<Page> {
  const page = await open('', options)
  await page.click('#tab-tuning')
  await page.click('#many-start')
  await done(page, 100)
  return page
}

async function done(page: Page, runs: number): Promise<void> {
  await expect
    .poll(() => page.locator('.many-count').textContent(), { timeout: 30_000 })
    .toBe(texts.progress({ done: `${runs}`, all: `${runs}` }))
}

async function show(page: Page, kind: string): Promise<void> {
  await page.locator('.chart-pick').first().selectOption(kind)
}

const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)

afterAll(close)

describe('many runs beside the sliders', () => {
  it('say when they are done, and only then, and leave the focus where it can go on', async () => {
    const page = await open()
    const errors = consoleErrors(page)
    await page.click('#tab-tuning')
    const said = page.locator('section.many [role=status]')
    await said.evaluate((region) => {
      const heard: string[] = []
      Object.assign(window, { heard })
      new MutationObserver(() => heard.push(region.textContent)).observe(region, {
        ...{ childList: true, characterData: true, subtree: true },
      })
    })
    await page.focus('#many-start')
    await page.keyboard.press('Enter')
    await done(page, 100)
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
    expect(heard).toEqual([expect.stringContaining(words.texts.outcomes.finished({ all: '100' }))])
    await expect.poll(() => focused(page)).toBe('many-runs')
    expect(errors).toEqual([])
  })

  it('of a branch stand beside those of its parent, and a run of the list is opened with its branch', async () => {
    const page = await openMany()
    await page.click('#chip-stop-ads')
    await done(page, 200)
    await page.focus('#many-runs')
    await page.keyboard.press('Enter')
    const row = page.locator('dialog[open] tbody tr').nth(57)
    const seed = seedOfRun('S', 57)
    const at = [[], FORKS].map((forks) => outcomeOf(SCENARIO, seed, undefined, forks).at[40]?.members)
    const cells = await row.locator('td').allTextContents()
    expect([cells[1], cells[6]]).toEqual(at.map(String))
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
    await row.locator('button').focus()
    await page.keyboard.press('Enter')
    await ready(page)
    expect(new URL(page.url()).searchParams.get('seed')).toBe(seed)
    await expect.poll(() => page.locator('.side h2').first().textContent()).toContain('B')
    await done(page, 200)
    await page.click('#many-runs')
    expect(await page.locator('dialog[open] tr[aria-current=true] button').textContent()).toBe('58')
  })

  it('open the run of a dot that is pressed', async () => {
    const page = await openMany()
    const canvas = page.locator('.run-strip canvas').first()
    await canvas.scrollIntoViewIfNeeded()
    const { width = 0 } = (await canvas.boundingBox()) ?? {}
    for (let x = 24; x < width; x += 5) {
      await canvas.hover({ position: { x, y: 11 } })
      if (await canvas.evaluate((each) => each.classList.contains('on-dot'))) break
    }
    const says = (await page.locator('.strip-says').first().textContent()) ?? ''
    const [, run = ''] = /^第 (\d+) 次：/.exec(says) ?? []
    await page.mouse.down()
    await page.mouse.up()
    await ready(page)
    expect(new URL(page.url()).searchParams.get('seed')).toBe(seedOfRun('S', Number(run) - 1))
  })

  it('end with their tab and with the screen, and go on when they are asked for again', async () => {
    const page = await openMany()
    expect(labWorkers(page)).toBeGreaterThan(0)
    await page.click('#tab-numbers')
    await expect.poll(() => labWorkers(page)).toBe(0)
    await page.click('#tab-tuning')
    await page.click('#many-start')
    await page.click('#chip-stop-ads')
    await done(page, 200)
    expect(labWorkers(page)).toBeGreaterThan(0)
    await page.evaluate(() => history.pushState(null, '', location.search.replace('m=lab', 'm=log')))
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
    await expect.poll(() => labWorkers(page)).toBe(0)
  })
})

describe('the tile of 20 reruns', () => {
  it('runs them where it stands, of a branch too, and the curves of all are drawn from then on', async () => {
    const page = await open()
    await page.click('#tab-tuning')
    await page.click('#chip-stop-ads')
    await page.locator('#remove-side').waitFor()
    await show(page, 'outcomes')
    await page.locator('.dot-head .button').click()
    await expect.poll(() => page.locator('.dot-group .dot.pending').count(), { timeout: 20_000 }).toBe(0)
    const labels = await page
      .locator('.dot-group .dot')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))
    expect(labels).toEqual(
      Array.from({ length: RUNS }, (_, run) => {
        const outcome = outcomeOf(SCENARIO, seedOfRun('S', run), undefined, FORKS)
        return runText(run, outcome, { isOnTheWall: false, words })
      }),
    )
    await expect.poll(() => labWorkers(page)).toBe(0)
    await show(page, 'survival')
    await expect.poll(() => page.locator('path.thin').count()).toBe(RUNS)
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
  })
})

describe('what could have been avoided', () => {
  it('is answered by running without each cause, and may be cancelled', async () => {
    const page = await open('', {}, scenarioWith({ name: 'Long', days: 500 }))
    await show(page, 'causes')
    const tile = page.locator('.chart-row .bars').first()
    await page.locator('.chart-row .switch button').nth(1).click()
    await tile.locator('.bars-other > .button').click()
    await tile.locator('.bars-waiting .button').click()
    await expect.poll(() => labWorkers(page)).toBe(0)
    await tile.locator('.bars-other > .button').click()
    await expect
      .poll(() => tile.locator('.bars-other .bars-rows li').count(), { timeout: 30_000 })
      .toBeGreaterThan(4)
    const [first = ''] = await tile.locator('.bars-other .bar-number').allTextContents()
    expect(first).toMatch(/\d/)
    expect(labWorkers(page)).toBe(0)
  })
})
