import { brotliCompressSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { computePlayback } from '../../sim/index.ts'
import type { Fork } from '../../sim/index.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'
import { tinyScenario, writeLog } from '../events/log-text.ts'
import { BLANK, close, openPage } from './browser.ts'
import {
  axeProblems,
  consoleErrors,
  dayShown,
  dropFile,
  laptop,
  openRuns,
  ready,
  wallPicture,
} from './page-helper.ts'

const TWO = 'a=ads-from-day-one&b=pain-point-first'
const THREE = `${TWO}&c=red-packet-rain`

afterAll(close)

/** Letters of the sides that are on the stage. */
const letters = (page: Page): Promise<string[]> => page.locator('.side h2 .letter').allTextContents()
const focusedId = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '')
/** What was last said to those who listen. */
const said = (page: Page): Promise<string> => page.locator('#page > [role=status]').innerText()
const parameter = (page: Page, key: string): string | null => new URL(page.url()).searchParams.get(key)

/** Goes to another address of the page that is open. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(new URL(page.url()).origin + `/${address}`)
}

/** Makes a branch of the side in focus by a chip, and waits until it is there. */
async function branchBy(page: Page, chip: string, letter: string): Promise<void> {
  await page.keyboard.press('f')
  await page.locator(`#chip-${chip}`).click()
  await expect.poll(() => letters(page)).toEqual([letter])
}

async function digests(page: Page): Promise<string[]> {
  await page.click('#about')
  const lists = page.locator('dialog[open] .about')
  const found = await lists.evaluateAll((all) =>
    all.map((each) => each.querySelectorAll('dd')[2]?.textContent ?? ''),
  )
  await page.keyboard.press('Escape')
  return found
}

describe('axe finds nothing on any screen', () => {
  const cases = ['light', 'dark'].flatMap((theme) =>
    ['zh-Hans', 'zh-Hant', 'en'].map((locale) => [theme, locale]),
  )

  it.each(cases)('in the %s theme, in %s', async (theme, locale) => {
    const page = await openPage({ viewport: laptop, address: `?theme=${theme}&l=${locale}` })
    const problems: string[] = []
    const look = async (where: string): Promise<void> => {
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
      problems.push(...(await axeProblems(page)).map((problem) => `${where}: ${problem}`))
    }
    const dialog = async (name: string, key: string): Promise<void> => {
      await page.keyboard.press(key)
      await page.locator('dialog[open]').waitFor()
      await look(name)
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }

    await page.locator('.start-card').first().waitFor()
    await look('start')
    await dialog('settings', ',')
    await dialog('help', '?')
    await goTo(page, `?${TWO}&m=compare&t=60&theme=${theme}&l=${locale}`)
    await ready(page)
    await look('compare: two')
    await page.click('#go-lab')
    await page.locator('#number-members').waitFor()
    await look('lab: numbers')
    await page.click('#number-members')
    await look('definition')
    await page.keyboard.press('Escape')
    await page.click('#tab-causes')
    await page.locator('#aside-panel > :not([role=status])').first().waitFor()
    await look('lab: causes')
    await page.locator('.wall').click({ position: { x: 20, y: 20 } })
    await page.locator('.sheet .lines').waitFor()
    await look('lab: member')
    await branchBy(page, 'stop-ads', 'C')
    await page.click('#branch-again')
    await branchBy(page, 'answer-all', 'D')
    await page.locator('.strip, .many canvas').first().waitFor({ state: 'attached' })
    await look('lab: tuning')
    await dialog('go to day', 'g')
    await page.click('#go-compare')
    await expect.poll(() => letters(page)).toEqual(['A', 'B', 'C', 'D'])
    await look('compare: four, one of them a branch')
    await dialog('find', '/')
    await page.click('#go-log')
    await page.locator('.log-space [aria-rowindex="3"]').waitFor()
    await look('log')
    expect(problems).toEqual([])
  })
})

it('at 320 pixels nothing scrolls sideways, on any screen', async () => {
  const viewport = { width: 320, height: 800 }
  const page = await openPage({ locale: 'en-GB', viewport, hasTouch: true, isMobile: true })
  const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)
  await page.locator('.start-card').first().waitFor()
  const widths: number[] = [await width()]
  await page.click('#settings')
  await page.locator('.settings').waitFor()
  widths.push(await width())
  await page.keyboard.press('Escape')
  for (const screen of ['lab', 'compare', 'log']) {
    await goTo(page, `?${THREE}&m=${screen}&t=60`)
    if (screen === 'log') await page.locator('.log-space [aria-rowindex="3"]').waitFor()
    else await ready(page)
    widths.push(await width())
  }
  expect(widths).toEqual(widths.map(() => viewport.width))
})

it('everything is done by keyboard alone, from the first card to an account', async () => {
  const page = await openPage({ locale: 'zh-CN', viewport: laptop })
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await page.locator('.start-card').first().waitFor()
  await press('Tab', 'Shift+Tab', 'Enter')
  await ready(page)
  expect(await letters(page)).toEqual(['A'])
  await press('Space')
  await expect.poll(() => dayShown(page)).toBeGreaterThan(1)
  await press('Space')
  const day = await dayShown(page)
  await page.waitForTimeout(700)
  expect(await dayShown(page)).toBe(day)
  await press('ArrowRight', 'ArrowRight', 'ArrowLeft', 'Shift+ArrowRight')
  expect(await dayShown(page)).toBe(day + 8)
  await press('f')
  const chip = page.locator('#chip-stop-ads')
  await chip.waitFor()
  for (let tabs = 0; tabs < 60 && (await focusedId(page)) !== 'chip-stop-ads'; tabs++) await press('Tab')
  expect(await focusedId(page)).toBe('chip-stop-ads')
  await press('Enter')
  await expect.poll(() => letters(page)).toEqual(['B'])
  await press('Control+z')
  expect(await said(page)).toMatch(/^已撤销：/)
  expect(await letters(page)).toEqual(['A'])
  await press('Control+Shift+z')
  expect(await said(page)).toMatch(/^已重做：/)
  expect(await letters(page)).toEqual(['B'])
  await press('c')
  await expect.poll(() => letters(page)).toEqual(['A', 'B'])
  await press('w', 'w')
  await page.locator('.sheet .lines').waitFor()
  expect(await focusedId(page)).toBe('sheet-title')
  await press('Escape')
  expect(await page.locator('.sheet').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('wall')
})

describe('a reload keeps', () => {
  it('two sides and a branch, which of them is in focus, the day, the charts and the colours', async () => {
    const page = await openRuns('?m=lab&t=40')
    await branchBy(page, 'stop-ads', 'C')
    await page.click('#colour-trust')
    await page.keyboard.press('ArrowRight')
    await page.locator('.chart-pick').first().selectOption('income')
    const before = await digests(page)
    await page.reload()
    await ready(page)
    expect(await letters(page)).toEqual(['C'])
    expect(await dayShown(page)).toBe(41)
    expect(await digests(page)).toEqual(before)
    expect(await page.locator('#colour-trust').getAttribute('aria-pressed')).toBe('true')
    expect(await page.locator('.ramp-scale').textContent()).toBe('0%100%')
    expect(await page.locator('.tile').first().getAttribute('class')).toContain('tile-income')
    await page.keyboard.press('c')
    await expect.poll(() => letters(page)).toEqual(['A', 'B', 'C'])
    await page.reload()
    await ready(page)
    expect(await letters(page)).toEqual(['A', 'B', 'C'])
    expect(parameter(page, 'm')).toBe('compare')
  })

  it('a scenario and a log from the reader’s own disk', async () => {
    const page = await openRuns('?t=5')
    const names = (): Promise<string[]> => page.locator('h2 .name').allTextContents()
    const mine = 'format: qunxiang-scenario/1\nextends: pain-point-first\nname: 小区团购\ndays: 30\n'
    await dropFile(page, 'mine.yaml', mine, 0.1)
    await expect.poll(names).toEqual(['小区团购', '痛点先行'])
    const scenario = tinyScenario({ days: 30 })
    await dropFile(page, 'run.jsonl', writeLog(scenario, '7').text, 0.9)
    const both = ['小区团购', scenario.name['zh-Hans']]
    await expect.poll(names).toEqual(both)
    const kept = (): Promise<string> => page.evaluate(() => localStorage.getItem('qunxiang.logs') ?? '')
    await expect.poll(kept).toContain('run.jsonl')
    const before = await digests(page)
    await page.reload()
    await ready(page)
    expect(await names()).toEqual(both)
    expect(await digests(page)).toEqual(before)
  })
})

describe('a branch', () => {
  const file = 'scenarios/ads-from-day-one.yaml'
  const scenario = parseScenario(readFileSync(file, 'utf8'), file, () => undefined)

  it.each(['1', '种子'])('is the history that the engine makes of its forks, seed %s', async (seed) => {
    const query = encodeURIComponent(seed)
    const page = await openRuns(`?a=ads-from-day-one&seed=${query}&t=30&m=lab`)
    await branchBy(page, 'stop-ads', 'B')
    const forks = await page.evaluate(() => {
      const { sides } = JSON.parse(sessionStorage.getItem('qunxiang.session') ?? '{}') as {
        sides: { forks: Fork[] }[]
      }
      return sides[1]?.forks ?? []
    })
    expect(forks.map(({ at }) => at)).toEqual([30])
    expect(forks[0]?.edits.length).toBeGreaterThan(0)
    await page.click('#go-compare')
    await expect.poll(() => letters(page)).toEqual(['A', 'B'])
    const [parent, branch] = await digests(page)
    expect(parent).toBe(computePlayback(scenario, seed).digest)
    expect(branch).toBe(computePlayback(scenario, seed, { forks }).digest)
    expect(branch).not.toBe(parent)
  })

  it('without a change is its parent, to the last bit', async () => {
    const page = await openPage({ locale: 'zh-CN', viewport: laptop, address: BLANK })
    const side = { letter: 'A', name: 'ads-from-day-one', forks: [], parent: null, log: null }
    const same = { ...side, letter: 'B', forks: [{ at: 30, edits: [] }], parent: 'A' }
    const session = { key: JSON.stringify([[side.name], '1']), sides: [side, same], focused: 'A' }
    await page.evaluate((text) => sessionStorage.setItem('qunxiang.session', text), JSON.stringify(session))
    await goTo(page, '?a=ads-from-day-one&m=compare')
    await ready(page)
    expect(await letters(page)).toEqual(['A', 'B'])
    const { digest } = computePlayback(scenario, '1')
    expect(await digests(page)).toEqual([digest, digest])
  })
})

describe('what is broken is said in words, or passed over in silence', () => {
  const { text } = writeLog(tinyScenario({ days: 30 }), '7')
  const three =
    'format: qunxiang-scenario/1\nextends: ads-from-day-one\ndays: many\nowner: { energy: 7 }\npaln: []\n'

  it('a log that is cut or of the future, and a scenario with three mistakes, over a picture that stays', async () => {
    const page = await openRuns('?t=60')
    const errors = consoleErrors(page)
    const before = await wallPicture(page)
    for (const [name, content, says] of [
      ['cut.jsonl', text.slice(0, text.length / 2), 'cut.jsonl:'],
      ['newer.jsonl', text.replace('-log/1', '-log/9'), 'qunxiang-log/9'],
      ['mine.yaml', three, '3 处要改'],
    ] as const) {
      await dropFile(page, name, content, 0.2)
      await page.locator('dialog[open] [role=alert]').waitFor()
      expect(await page.locator('dialog[open]').innerText()).toContain(says)
      await page.keyboard.press('Escape')
      expect(await wallPicture(page)).toBe(before)
    }
    await page.keyboard.press('ArrowRight')
    expect(await dayShown(page)).toBe(61)
    expect(errors).toEqual([])
  })

  const key = JSON.stringify([['ads-from-day-one'], '1'])
  const side = { letter: 'A', name: 'ads-from-day-one', forks: [], parent: null, log: null }
  it.each([
    ['no session', { 'qunxiang.session': '{"key":' }],
    ['a session without sides', { 'qunxiang.session': JSON.stringify({ key, sides: [], focused: 'Z' }) }],
    [
      'a session with a log that is gone',
      { 'qunxiang.session': JSON.stringify({ key, sides: [{ ...side, log: 'gone' }], focused: 'A' }) },
    ],
    ['a session of another shape', { 'qunxiang.session': JSON.stringify({ key, sides: [{ a: 1 }] }) }],
    [
      'settings of another shape',
      {
        'qunxiang.settings': '{"textSize":"huge","theme":7,"locale":"xx","keys":"maybe"}',
        'qunxiang.charts': 'nonsense',
        'qunxiang.scenarios': '{"a":1}',
        'qunxiang.logs': '[1,null]',
      },
    ],
    ['settings that are no JSON', { 'qunxiang.settings': '{', 'qunxiang.scenarios': '[{"name":3}]' }],
  ])('what was kept is %s: the page opens as if nothing had been', async (_, kept) => {
    const page = await openPage({ locale: 'zh-CN', viewport: laptop, address: BLANK })
    await page.evaluate((entries) => {
      for (const [name, value] of Object.entries(entries)) {
        sessionStorage.setItem(name, value)
        localStorage.setItem(name, value)
      }
    }, kept)
    const errors = consoleErrors(page)
    await goTo(page, '?a=ads-from-day-one&t=30')
    await ready(page)
    expect(await page.locator('h2 .name').allTextContents()).toEqual(['开群就刷广告'])
    expect(await dayShown(page)).toBe(30)
    expect(errors).toEqual([])
  })

  it('a branch that was kept and fits no longer is named, and its parent plays', async () => {
    const page = await openPage({ locale: 'zh-CN', viewport: laptop, address: BLANK })
    const forks = [{ at: 30, edits: [{ path: 'plan[9].nothing', value: 1 }] }]
    const sides = [side, { ...side, letter: 'B', parent: 'A', forks }]
    const session = JSON.stringify({ key, sides, focused: 'A' })
    await page.evaluate((text) => sessionStorage.setItem('qunxiang.session', text), session)
    const errors = consoleErrors(page)
    await goTo(page, '?a=ads-from-day-one&m=compare')
    await ready(page)
    expect(await page.locator('[role=alert]').textContent()).toContain('plan[9]')
    expect(await page.locator('.wall').count()).toBe(1)
    expect(errors).toEqual([])
  })
})

describe('the first load', () => {
  it.each([
    ['the start', '', '.start-card'],
    ['two scenarios beside each other', '?a=ads-from-day-one&b=pain-point-first', '#play'],
  ])('of %s takes at most 130 KB compressed and 10 requests', async (_, address, sign) => {
    const page = await openPage({ locale: 'zh-CN', viewport: laptop, address: BLANK })
    const sizes = new Map<string, Promise<number>>()
    page.on('response', (response) => {
      // As it travels: the server packs what the reader can unpack. Packed once more, for of workers nobody is told.
      const isPacked = response.headers()['content-encoding'] === 'br'
      const size = response.body().then(
        (body) => (isPacked ? brotliCompressSync(body).length : body.length),
        () => 0,
      )
      sizes.set(new URL(response.url()).pathname.replace('/assets/', ''), size)
    })
    await goTo(page, address)
    await page.locator(sign).first().waitFor()
    await page.waitForTimeout(2500) // what is fetched in a quiet moment counts as well
    const files = await Promise.all([...sizes].map(async ([name, size]) => ({ name, size: await size })))
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    const told = files.map(({ name, size }) => `${name} ${size}`).join(', ')
    expect(files.length, told).toBeLessThanOrEqual(10)
    expect(bytes, told).toBeGreaterThan(20_000)
    expect(bytes, told).toBeLessThanOrEqual(130_000)
  })
})
