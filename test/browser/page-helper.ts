import type { Page } from 'playwright-core'
import { openPage } from './browser.ts'
import type { PageOptions } from './browser.ts'

export const projector = { width: 1920, height: 1080 }
export const laptop = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }
export const touch = { viewport: phone, hasTouch: true, isMobile: true }

/** Two runs beside each other: what tests look at that name none. */
const TWO = '?a=ads-from-day-one&b=pain-point-first&'

/** The page, on a laptop in simplified Chinese, with the runs that the address names or that are given to it. */
export async function openRuns(address = '', options: PageOptions = {}): Promise<Page> {
  const named = /[?&]a=/.test(address) || options.given ? address : TWO + address.replace('?', '')
  const page = await openPage({ locale: 'zh-CN', viewport: laptop, ...options, address: named })
  await ready(page)
  return page
}

/** Waits until the runs are computed and the page can be played. */
export async function ready(page: Page): Promise<void> {
  await page.locator('#play').waitFor({ timeout: 30_000 })
}

/** The day that the page shows; paused, the slider says it too. */
export async function dayShown(page: Page): Promise<number> {
  const text = (await page.locator('.day').textContent()) ?? ''
  return Number(/\d+/.exec(text)?.[0] ?? 0)
}

/** Errors on the console from now on. */
export function consoleErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

/** Workers of the lab that are open; others wait for the next run. */
export function labWorkers(page: Page): number {
  return page.workers().filter((worker) => worker.url().includes('lab-worker')).length
}

/** Drops a file with this text on a share of the width of the page. */
export async function dropFile(
  page: Page,
  name: string,
  content: string | Buffer,
  share = 0.2,
): Promise<void> {
  await page.evaluate(
    ([name, base64, share]) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], name))
      const at = { clientX: innerWidth * share, clientY: 300 }
      const where = { dataTransfer, ...at, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent('dragover', where))
      document.body.dispatchEvent(new DragEvent('drop', where))
    },
    [name, Buffer.from(content).toString('base64'), share] as const,
  )
}

/** What the first wall shows, to the last pixel. */
export async function wallPicture(page: Page): Promise<string> {
  return page
    .locator('.wall canvas[role=img]')
    .first()
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())
}

/** Everything axe objects to, sizes of targets included; the page must have loaded axe. */
export async function axeProblems(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    interface Result {
      readonly violations: readonly {
        readonly id: string
        readonly nodes: readonly { readonly html: string }[]
      }[]
    }
    const { axe } = window as unknown as {
      axe: { run: (where: Document, options: object) => Promise<Result> }
    }
    const { violations } = await axe.run(document, { rules: { 'target-size': { enabled: true } } })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

/** Presses the button of a language and waits until the page speaks it: its texts are fetched when they are first wanted. */
export async function speak(page: Page, locale: string): Promise<void> {
  await page.click(`#language-${locale}`)
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale)
}
