import type { Page } from 'playwright-core'

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
