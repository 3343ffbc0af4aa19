import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import axe from 'axe-core'
import { afterAll, describe, expect, it } from 'vitest'
import { ENGINE, run } from '../../sim/index.ts'
import type { Fork } from '../../sim/index.ts'
import { logHeader } from '../../sim/engine/header.ts'
import { addLink, chainDigest, createChain } from '../../sim/events/chain.ts'
import { dayLines, endLine, headerLine } from '../../sim/events/jsonl.ts'
import { whatIfSentence } from '../../viz/account/verdict.ts'
import { wordsFor } from '../viz/words.ts'
import { writeLog, tinyScenario } from '../events/log-text.ts'
import { close } from './browser.ts'
import { axeProblems, dayShown, dropFile, openRuns, wallPicture } from './page-helper.ts'
import { askOfSomebody, somebodyWhoEnded, suppose } from './why-helper.ts'

const scenario = tinyScenario({ days: 30 })
const { text, watched } = writeLog(scenario, '7')

interface Dropped {
  readonly name: string
  readonly content: Buffer
}

const jsonl = (content = text): Dropped => ({ name: 'run.jsonl', content: Buffer.from(content) })

const drop = (page: Page, { name, content }: Dropped, share: number): Promise<void> =>
  dropFile(page, name, content, share)

/** The log of a branch, or one that holds although another engine says that it wrote it. */
function logWith({ engine = ENGINE, forks = [] }: { engine?: string; forks?: readonly Fork[] }): string {
  const header = { ...logHeader(scenario, '7', forks), engine }
  const chain = createChain(JSON.stringify(header))
  let log = `${headerLine(header)}\n`
  let events = 0
  run(scenario, '7', {
    forks,
    observers: [
      (world, rows, from, to) => {
        log += dayLines(rows, from, to, addLink(chain, world, rows, from, to))
        events += to - from
      },
    ],
  })
  return `${log}${endLine({ days: scenario.days, events, digest: chainDigest(chain) })}\n`
}

/** The same run, computed by the page. */
async function computed(address: string): Promise<Page> {
  return openRuns(address, { given: { names: ['mine'], scenarios: { mine: scenario }, seed: '7' } })
}

afterAll(close)

describe('a log', () => {
  it('dropped on the page looks like the run that it tells', async () => {
    const run = await computed('?t=20')
    const page = await openRuns('?a=pain-point-first&b=&t=20')
    await drop(page, jsonl(), 0.5)
    await expect.poll(() => page.locator('#scrubber').getAttribute('aria-valuemax')).toBe('30')
    expect(await dayShown(page)).toBe(20)
    expect(await wallPicture(page)).toBe(await wallPicture(run))
    for (const part of ['.numbers', '.legend', '.charts', '.scale']) {
      const html = (of: Page): Promise<string> =>
        of
          .locator(part)
          .first()
          .evaluate((element) => element.outerHTML.replace(/(chart|past)-\d+/g, '$1'))
      expect(await html(page), part).toBe(await html(run))
    }
    await page.click('#about')
    expect(await page.locator('dialog[open]').textContent()).toContain(watched.digest)
  })

  it('dropped on the right half takes the place of B', async () => {
    const page = await openRuns()
    await drop(page, { name: 'packed.jsonl.gz', content: gzipSync(text) }, 0.9)
    const names = page.locator('h2 .name')
    await expect.poll(() => names.nth(1).textContent()).toBe(scenario.name['zh-Hans'])
    expect(await names.first().textContent()).toBe('开群就刷广告')
  })

  it('chosen by its key asks which side gets it', async () => {
    const page = await openRuns()
    const choosing = page.waitForEvent('filechooser')
    await page.waitForTimeout(100) // until the browser knows that somebody waits
    await page.keyboard.press('o')
    const chooser = await choosing
    await chooser.setFiles({ name: 'run.jsonl', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
    await page.getByRole('button', { name: '放到 B' }).click()
    await expect.poll(() => page.locator('h2 .name').nth(1).textContent()).toBe(scenario.name['zh-Hans'])
  })

  it('has the accounts of its members', async () => {
    const page = await openRuns('?a=pain-point-first&b=&t=30')
    await drop(page, jsonl(), 0.5)
    await expect.poll(() => page.locator('#scrubber').getAttribute('aria-valuemax')).toBe('30')
    await page.locator('.wall').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('w')
    await page.locator('.sheet .lines').waitFor()
    expect(await page.locator('.verdict').textContent()).toContain('第 1 天进群')
  })

  it('of a branch is run again without a cause as the engine runs it', async () => {
    const forks = [{ at: 9, edits: [{ path: 'model.leaveBase', value: 0.3 }] }]
    const { seat, ending, without } = somebodyWhoEnded(scenario, '7', { kind: 'left', forks })
    const page = await openRuns('?a=pain-point-first&b=&t=30')
    await drop(page, jsonl(logWith({ forks })), 0.5)
    await expect.poll(() => page.locator('#scrubber').getAttribute('aria-valuemax')).toBe('30')
    await askOfSomebody(page, seat)
    expect(await suppose(page)).toBe(whatIfSentence(without, ending, wordsFor('zh-Hans')))
  })

  it('of another engine is explained, and says that it cannot be run again', async () => {
    const page = await openRuns('?a=pain-point-first&b=&t=30')
    await drop(page, jsonl(logWith({ engine: '0.0.9' })), 0.5)
    await expect.poll(() => page.locator('#scrubber').getAttribute('aria-valuemax')).toBe('30')
    await askOfSomebody(page)
    expect(await page.locator('.questions .button').count()).toBe(0)
    expect(await page.locator('.what-if').textContent()).toContain('另一个引擎（0.0.9）')
  })

  it.each([
    ['cut', jsonl(text.split('\n').slice(0, 40).join('\n') + '\n'), /run\.jsonl:40: .*the log was cut/],
    ['newer', jsonl(text.replace('qunxiang-log/1', 'qunxiang-log/9')), /run\.jsonl:1: .*qunxiang-log\/9/],
    ['of another kind', { name: 'cat.png', content: Buffer.from('meow') }, /能打开的是.*\.jsonl/],
  ])('that is %s is refused in words, and the picture stays', async (_, file, says) => {
    const page = await openRuns('?t=60')
    const before = await wallPicture(page)
    await drop(page, file, 0.2)
    const alert = page.locator('dialog[open] [role=alert]')
    await alert.waitFor()
    expect(await alert.textContent()).toMatch(says)
    expect(await alert.textContent()).toContain('画面没有变')
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await wallPicture(page)).toBe(before)
    await page.keyboard.press('ArrowRight')
    expect(await dayShown(page)).toBe(61)
  })
})
