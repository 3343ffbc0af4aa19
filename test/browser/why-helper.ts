import type { Page } from 'playwright-core'
import { isRemovable, run, withoutCause } from '../../sim/index.ts'
import type { Fork, RemovableCause, Scenario, Without } from '../../sim/index.ts'
import { createTeller } from '../../viz/account/story.ts'
import type { Ending } from '../../viz/account/story.ts'

/** Waits until the account that is open is told. */
export async function told(page: Page): Promise<void> {
  await page.locator('.sheet .lines').waitFor()
}

/**
 * Opens the account of a seat of the first side (counted from 0) by the keyboard; where nothing can be asked of it,
 * that of the next seat with somebody who muted or left for a cause that can be switched off.
 */
export async function askOfSomebody(page: Page, from = 0): Promise<void> {
  const wall = page.locator('.wall').first()
  await wall.focus()
  for (let seat = 0; seat <= from; seat++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  for (let tries = 0; tries < 40; tries++) {
    await told(page)
    if ((await page.locator('.what-if .questions > *').count()) > 0) return
    await wall.focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(250)
  }
  throw new Error('somebody must have muted or left')
}

/** Asks the first question by the keyboard, waits for its answer and gives it back. */
export async function suppose(page: Page): Promise<string> {
  await page.locator('.questions .button').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('.what-if .quiet:not(:empty)').waitFor()
  return (await page.locator('.answer').textContent()) ?? ''
}

/** The first seat whose last ending has a main cause that can be switched off, and what the engine says without it. */
export function somebodyWhoEnded(
  scenario: Scenario,
  seed: string,
  { kind, forks = [] }: { readonly kind: Ending['kind']; readonly forks?: readonly Fork[] },
): {
  readonly seat: number
  readonly ending: Ending
  readonly cause: RemovableCause
  readonly without: Without
} {
  const people = Array.from({ length: 400 }, (_, person) => createTeller(person))
  run(scenario, seed, { forks, observers: people.map(({ observe }) => observe) })
  for (const story of people.map(({ finish }) => finish())) {
    const ending = story?.endings.at(-1)
    const cause = ending?.shares[0]?.cause
    if (!story || !ending || !cause || ending.kind !== kind || !isRemovable(cause)) continue
    const { seat, person } = story.account
    const without = withoutCause(scenario, seed, person, cause, { forks })
    if (without) return { seat, ending, cause, without }
  }
  throw new Error(`somebody must have ${kind} for a cause that can be switched off`)
}
