import { readFile } from 'node:fs/promises'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { EVERYTHING, matchesOf } from '../../viz/log/filter.ts'
import { codesOf } from '../../viz/log/kinds.ts'
import { chainOf, rowAt } from '../../viz/log/rows.ts'
import { sentenceOf, vocabularyOf } from '../../viz/log/sentences.ts'
import { LOG_TEXTS } from '../../viz/log/texts.ts'
import { wordsFor } from '../viz/words.ts'
import { writeLog } from '../events/log-text.ts'
import { scenario, someColumns } from '../viz/log/log-history.ts'
import { close } from './browser.ts'
import type { PageOptions } from './browser.ts'
import { axeProblems, laptop, openRuns, phone, ready } from './page-helper.ts'

const columns = someColumns()
const words = wordsFor('zh-Hans')
const vocabulary = vocabularyOf(words, LOG_TEXTS['zh-Hans'], scenario)
const leaving = matchesOf(columns, { ...EVERYTHING, kinds: codesOf('leaving') })
const count = (value: number): string => words.format.count(value)

/** The page with one small run, of which the log is open. */
async function open(address = '?t=20', options: PageOptions = {}): Promise<Page> {
  const given = { names: ['mine'], scenarios: { mine: scenario }, seed: '1' }
  const page = await openRuns(address, { given, ...options })
  await page.click('#go-log')
  await expect.poll(() => countShown(page)).toBe(`共 ${count(columns.count)} 条`)
  return page
}

const countShown = (page: Page): Promise<string | null> => page.locator('.log-count').textContent()
/** The day of the address, which is the day on the clock of the replay. */
const dayIn = (page: Page): number => Number(new URL(page.url()).searchParams.get('t'))
const choose = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()
const line = (page: Page, place: number) => page.locator(`.log-space [aria-rowindex="${place + 2}"]`)
const chain = (page: Page): Promise<string[]> => page.locator('.log-link span:nth-child(2)').allTextContents()
const sentencesOf = (seq: number): string[] => chainOf(columns, seq).map((row) => sentenceOf(row, vocabulary))

afterAll(close)

describe('the log', () => {
  it('narrows to a group of kinds, and shows how a fact came about', async () => {
    const page = await open()
    await choose(page, '退群和免打扰')
    await expect.poll(() => countShown(page)).toContain(`${count(leaving.length)} 条，共`)
    const isOfOthers = (seq: number): boolean =>
      !codesOf('leaving').includes(chainOf(columns, seq).at(-1)?.kind ?? 0)
    const place = leaving.findIndex(isOfOthers)
    const seq = leaving[place] as number
    await page.locator('.log-grid').evaluate((grid, share) => {
      grid.scrollTop = (share * (grid.querySelector('.log-space')?.clientHeight ?? 0)) | 0
    }, place / leaving.length)
    await line(page, place).click()
    await expect.poll(() => chain(page)).toEqual(sentencesOf(seq))
    await expect.poll(() => dayIn(page)).toBe(rowAt(columns, seq).day + 1)
    // Its root is not of these kinds: the way to it is offered.
    await page.locator('.log-link').last().click()
    await page.locator('.log-left-out .button').click()
    await expect.poll(() => countShown(page)).toBe(`共 ${count(columns.count)} 条`)
    const root = chainOf(columns, seq).at(-1)?.seq ?? -1
    await expect.poll(() => line(page, root).getAttribute('aria-selected')).toBe('true')
    expect(await chain(page)).toEqual(sentencesOf(seq))
  })

  it('is read by keys alone, from the first fact to the last', async () => {
    const page = await open()
    await page.locator('.log-grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await expect.poll(() => line(page, columns.count - 1).count()).toBe(1)
    const last = line(page, columns.count - 1).locator('.log-kind')
    await expect.poll(() => last.textContent()).toBe('一天结束')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => chain(page)).toEqual(sentencesOf(1))
    await page.keyboard.press('ArrowLeft')
    const active = (): Promise<string | null> =>
      page.locator('.log-space .active').getAttribute('aria-rowindex')
    await expect.poll(active).toBe(String((columns.cause[1] as number) + 2))
  })

  it('finds a person by her number, and keeps what was asked while other screens are seen', async () => {
    const page = await open()
    const { actor } = rowAt(columns, leaving[0] as number)
    const hers = `${count(matchesOf(columns, { ...EVERYTHING, people: [actor] }).length)} 条，共`
    await page.fill('#log-who', `#${actor}`)
    await expect.poll(() => countShown(page)).toContain(hers)
    await page.click('#go-lab')
    await page.locator('.log-grid').waitFor({ state: 'detached' })
    await page.click('#go-log')
    expect(await page.inputValue('#log-who')).toBe(`#${actor}`)
    await expect.poll(() => countShown(page)).toContain(hers)
  })

  it('says that nothing was found, and clears the filters', async () => {
    const page = await open()
    await page.fill('#log-who', '谁也不是')
    await page.locator('.log-empty .button').click()
    await expect.poll(() => countShown(page)).toBe(`共 ${count(columns.count)} 条`)
    expect(await page.inputValue('#log-who')).toBe('')
  })

  it('follows the replay up to the day that is shown', async () => {
    const page = await open()
    await page.check('#log-follow')
    await expect.poll(() => countShown(page)).toContain(`到第 20 天为止 ${count(columns.ends[19] ?? 0)} 条`)
    await page.locator('#go-log').focus()
    await page.keyboard.press('ArrowRight')
    const last = (columns.ends[20] as number) - 1
    await expect.poll(() => line(page, last).locator('.log-kind').textContent()).toBe('一天结束')
    expect(await page.locator('.log-grid').getAttribute('aria-rowcount')).toBe(String(last + 2))
  })

  it('is saved as the command line would write it, and its rows as CSV', async () => {
    const page = await open()
    const saved = async (button: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)])
      return readFile(await download.path(), 'utf8')
    }
    expect(await saved('#log-save')).toBe(writeLog(scenario).text)
    await choose(page, '退群和免打扰')
    await expect.poll(() => countShown(page)).toContain(`${count(leaving.length)} 条，共`)
    const lines = (await saved('#log-csv')).split('\r\n')
    expect(lines).toHaveLength(leaving.length + 2)
    expect(lines[1]).toContain(sentencesOf(leaving[0] as number)[0])
  })

  it('is no part of the first load', async () => {
    const page = await openRuns()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.reload()
    await ready(page)
    const parts = (): string[] => asked.filter((url) => /log-(screen|worker)/.test(url))
    expect(parts()).toEqual([])
    await page.click('#go-log')
    await page.locator('.log-grid').waitFor()
    expect(parts().length).toBeGreaterThanOrEqual(3)
  })
})

it.each([
  [laptop, 'light'],
  [phone, 'dark'],
  [{ width: 320, height: 640 }, 'light'],
] as const)('fits %j in %s, and axe finds nothing', async (viewport, theme) => {
  const page = await open(`?t=20&theme=${theme}`, { viewport })
  await line(page, 1).click()
  await expect.poll(() => page.locator('.log-link').count()).toBeGreaterThan(0)
  if (viewport.width < 700) await page.click('#log-filters')
  await page.locator('.log-detail summary').click()
  await page.evaluate(axe.source)
  expect(await axeProblems(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
