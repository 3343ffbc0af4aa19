import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import {
  ENGINE,
  computePlayback,
  ensembleReport,
  outcomeOf,
  resolveScenario,
  run,
  seedOfRun,
} from '../../sim/index.ts'
import type { EnsembleReport, Fork, Outcome, Scenario } from '../../sim/index.ts'
import { logHeader } from '../../sim/engine/header.ts'
import { addLink, chainDigest, createChain } from '../../sim/events/chain.ts'
import { dayLines, endLine, headerLine } from '../../sim/events/jsonl.ts'
import { wordsFor } from '../viz/words.ts'
import { aliveSentence, fateOf, runText, spreadOf } from '../../viz/outcomes/fate.ts'
import { RUNS } from '../../viz/outcomes/reruns.ts'
import { seatAt } from '../../viz/player/frames.ts'
import { scenarioWith } from '../viz/playback.ts'
import { close } from './browser.ts'
import type { PageOptions } from './browser.ts'
import {
  axeProblems,
  dayShown,
  labWorkers,
  laptop,
  openRuns,
  phone,
  projector,
  ready,
  touch,
} from './page-helper.ts'

const words = wordsFor('zh-Hans')

const SEED = 'S'
/** Two small groups; the one of ads is there so that both sides end differently, whatever the engine is like. */
const RAW = {
  quiet: scenarioWith({ name: 'Quiet', days: 50 }),
  pushy: scenarioWith({ name: 'Pushy', days: 60, plan: [{ from: 0, ads: { perDay: 12 } }] }),
}
const SCENARIOS = {
  quiet: resolveScenario(RAW.quiet, 'quiet', () => undefined),
  pushy: resolveScenario(RAW.pushy, 'pushy', () => undefined),
}
const NAMES = ['pushy', 'quiet'] as const

const outcomes = new Map<Scenario, readonly Outcome[]>()

/** The same runs, done by the library. */
function outcomesOf(scenario: Scenario): readonly Outcome[] {
  const known = outcomes.get(scenario)
  if (known) return known
  const all = Array.from({ length: RUNS }, (_, at) => outcomeOf(scenario, seedOfRun(SEED, at)))
  outcomes.set(scenario, all)
  return all
}

function reportOf(scenario: Scenario): EnsembleReport {
  return ensembleReport(
    { scenario: scenario.name.en, engine: ENGINE, days: scenario.days },
    outcomesOf(scenario),
  )
}

interface Given {
  readonly names: readonly string[]
  readonly scenarios: Readonly<Record<string, unknown>>
  readonly seed: string
}

const GIVEN: Given = { names: NAMES, scenarios: RAW, seed: SEED }

/** The page with scenarios that were given to it, as `qunxiang view` gives them. */
async function open(address = '', options: PageOptions & { readonly given?: Given } = {}): Promise<Page> {
  return openRuns(address, { given: GIVEN, ...options })
}

/** Waits until all runs are done. */
async function finished(page: Page): Promise<void> {
  await page.locator('.outcomes [role=status]:not(:empty)').waitFor({ state: 'attached', timeout: 30_000 })
}

async function openOutcomes(address = '', options: Parameters<typeof open>[1] = {}): Promise<Page> {
  const page = await open(address, options)
  await page.keyboard.press('r')
  await finished(page)
  return page
}

async function digestShown(page: Page): Promise<string> {
  await page.click('#about')
  const text = (await page.locator('dialog[open] .about').first().locator('dd').nth(2).textContent()) ?? ''
  await page.keyboard.press('Escape')
  return text
}

function focusedName(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
}

const many = (page: Page, side: number) => page.locator('.outcome-side').nth(side)
const dot = (page: Page, side: number, at: number) => many(page, side).locator('.dot').nth(at)
const nameOf = (scenario: Scenario, at: number, isOnTheWall = false): string =>
  runText(at, outcomesOf(scenario)[at] ?? null, { isOnTheWall, words })

afterAll(close)

describe('the outcomes', () => {
  it('are 20 dots a side, which say what the library says of the same seeds', async () => {
    const page = await open()
    await page.click('#outcomes')
    await finished(page)
    for (const [side, name] of NAMES.entries()) {
      const scenario = SCENARIOS[name]
      const dots = many(page, side).locator('.dot')
      expect(await dots.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))).toEqual(
        outcomesOf(scenario).map((_, at) => nameOf(scenario, at)),
      )
      expect(await dots.evaluateAll((all) => all.map((each) => each.className))).toEqual(
        outcomesOf(scenario).map((outcome) => `dot ${fateOf(outcome).kind}`),
      )
      const days = outcomesOf(scenario).map(({ deathDay }) => (deathDay === null ? '' : `${deathDay + 1}`))
      expect(await dots.locator('.dot-day').allTextContents()).toEqual(days)
    }
  })

  it('are told in a sentence, and in what the owner gets out of it', async () => {
    const page = await openOutcomes()
    for (const [side, name] of NAMES.entries()) {
      const report = reportOf(SCENARIOS[name])
      const said = aliveSentence(report, words)
      expect(await many(page, side).locator('.alive').textContent()).toBe(said)
      expect(await page.locator('.outcomes [role=status]').textContent()).toContain(said)
      const cells = await many(page, side).locator('tbody td').allTextContents()
      const spreads = (['ownerNet', 'conversionRate'] as const).map((metric) =>
        spreadOf(report, metric, words),
      )
      expect(cells).toEqual(spreads.flatMap(({ median, between }) => [median, between]))
    }
    expect(await page.locator('.outcomes-foot').textContent()).toContain('这是模型，不是预测')
    expect(await page.locator('.outcomes-foot').textContent()).toContain('S/0 到 S/19')
  })

  it('have a curve with its band for each side, and the table behind it', async () => {
    const page = await openOutcomes()
    expect(await page.locator('.survival path.band').count()).toBe(2)
    expect(await page.locator('.survival path.cash').count()).toBe(2)
    for (const path of await page.locator('.survival path[class]').all())
      expect(await path.getAttribute('d')).toMatch(/^M.*[VL]/)
    await page.locator('.survival .link').click()
    const rows = page.locator('dialog[open] .data tbody tr')
    expect(await rows.first().locator('td').first().textContent()).toBe('100%')
    const share = reportOf(SCENARIOS.pushy).survival.at(-1)?.[1] ?? NaN
    expect(await rows.last().locator('td').first().textContent()).toBe(words.format.percent(share))
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog.outcomes[open]').count()).toBe(1)
  })

  it('are no part of the first load', async () => {
    const page = await open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.reload()
    await ready(page)
    expect(asked.filter((url) => /outcomes|lab-worker/.test(url))).toEqual([])
    await page.keyboard.press('r')
    await finished(page)
    expect(asked.filter((url) => /outcomes|lab-worker/.test(url)).length).toBeGreaterThan(2)
  })

  it('say day and seed of a dot that is looked at', async () => {
    const page = await openOutcomes()
    await dot(page, 1, 3).hover()
    const detail = many(page, 1).locator('.dot-detail')
    expect(await detail.textContent()).toContain(nameOf(SCENARIOS.quiet, 3))
    expect(await detail.textContent()).toContain('S/3')
  })

  it('of one scenario are one row of dots and one curve', async () => {
    const page = await openOutcomes('?a=quiet&b=')
    expect(await page.locator('.outcome-side').count()).toBe(1)
    expect(await page.locator('.survival path.cash').count()).toBe(1)
  })
})

describe('a dot', () => {
  it('opens its run on the walls and in the address, and the way back leads back', async () => {
    const page = await openOutcomes('?t=20')
    const at = 7
    await dot(page, 0, at).click()
    await ready(page)
    expect(new URL(page.url()).searchParams.get('seed')).toBe('S/7')
    expect(await dayShown(page)).toBe(20)
    const { digest, deathDay } = computePlayback(SCENARIOS.pushy, seedOfRun(SEED, at))
    expect(deathDay).toBe(outcomesOf(SCENARIOS.pushy)[at]?.deathDay)
    await expect.poll(() => digestShown(page)).toBe(digest)
    await page.keyboard.press('End')
    const badge = page.locator('.side').first().locator('.badge')
    expect(await badge.textContent()).toBe(
      deathDay === null ? '' : words.texts.died({ day: `${deathDay + 1}` }),
    )
    await page.reload()
    await ready(page)
    expect(await digestShown(page)).toBe(digest)
    await page.goBack()
    await ready(page)
    await expect.poll(() => digestShown(page)).toBe(computePlayback(SCENARIOS.pushy, SEED).digest)
  })

  it('is marked among the same 20 once it is on the wall', async () => {
    const page = await openOutcomes('?seed=S/4')
    const marked = page.locator('.dot[aria-current=true]')
    expect(await marked.count()).toBe(2)
    expect(await dot(page, 0, 4).getAttribute('aria-label')).toBe(nameOf(SCENARIOS.pushy, 4, true))
    expect(await dot(page, 0, 5).getAttribute('aria-label')).toBe(nameOf(SCENARIOS.pushy, 5))
  })
})

describe('by keyboard alone', () => {
  it('the outcomes open, are walked through, open a run, and close', async () => {
    const page = await open()
    await page.focus('#outcomes')
    await page.keyboard.press('Enter')
    await finished(page)
    for (let tries = 0; tries < 10; tries++) {
      if (((await focusedName(page)) ?? '').startsWith('第 1 次')) break
      await page.keyboard.press('Tab')
    }
    expect(await focusedName(page)).toBe(nameOf(SCENARIOS.pushy, 0))
    const after = async (...keys: string[]): Promise<string | null | undefined> => {
      for (const key of keys) await page.keyboard.press(key)
      return focusedName(page)
    }
    expect(await after('ArrowRight', 'ArrowRight', 'ArrowLeft')).toBe(nameOf(SCENARIOS.pushy, 1))
    expect(await after('ArrowDown')).toBe(nameOf(SCENARIOS.pushy, 11))
    expect(await after('End')).toBe(nameOf(SCENARIOS.pushy, 19))
    expect(await after('Tab')).toBe(nameOf(SCENARIOS.quiet, 0))
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('outcomes')
    await page.keyboard.press('r')
    await finished(page)
    for (let tries = 0; tries < 10; tries++) {
      if (((await focusedName(page)) ?? '').startsWith('第 1 次')) break
      await page.keyboard.press('Tab')
    }
    await after('ArrowRight', 'ArrowRight', 'Enter')
    await ready(page)
    expect(new URL(page.url()).searchParams.get('seed')).toBe('S/2')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^(start|play)$/)
  })

  it('the key stands in the help', async () => {
    const page = await open()
    await page.keyboard.press('?')
    expect(
      await page.locator('dialog[open] tr', { hasText: words.texts.keys.outcomes }).textContent(),
    ).toMatch(/^R/)
  })
})

describe('runs that take long', () => {
  const slow: Given = {
    names: ['slow'],
    scenarios: { slow: scenarioWith({ name: 'Slow', days: 1500 }) },
    seed: SEED,
  }

  it('are stopped, keep what is done, and can be run again', async () => {
    const page = await open('', { given: slow })
    await page.keyboard.press('r')
    await page.locator('.dot:not(.pending)').first().waitFor({ timeout: 30_000 })
    expect(await page.locator('.outcomes-count').textContent()).toMatch(/^\d+ \/ 20$/)
    await page.click('#outcomes-stop')
    await expect.poll(() => page.locator('.outcomes-count').textContent()).toMatch(/^停在 \d+ \/ 20。$/)
    const done = await page.locator('.dot:not(.pending)').count()
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(RUNS)
    await expect.poll(() => labWorkers(page)).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('outcomes-again')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.dot:not(.pending)').count(), { timeout: 20_000 })
      .toBeGreaterThan(done)
  })

  it('end when the view is closed', async () => {
    const page = await open('', { given: slow })
    await page.keyboard.press('r')
    await expect.poll(() => labWorkers(page)).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await expect.poll(() => labWorkers(page)).toBe(0)
  })
})

describe('what goes wrong is said', () => {
  it('of a run that broke, by a crossed dot that cannot be opened', async () => {
    const page = await open()
    await page.route('**/lab-worker*', (route) => route.abort())
    await page.keyboard.press('r')
    await finished(page)
    expect(await page.locator('.dot.failed').count()).toBe(2 * RUNS)
    expect(await dot(page, 0, 0).getAttribute('aria-label')).toMatch(/^第 1 次：没有跑成：/)
    expect(await many(page, 0).locator('.failures li').allTextContents()).toEqual([
      expect.stringMatching(/^20 次没有跑成：/),
    ])
    expect(await many(page, 0).locator('.alive').textContent()).toBe(words.texts.outcomes.none)
    await dot(page, 0, 0).click({ force: true })
    expect(await page.locator('dialog.outcomes[open]').count()).toBe(1)
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
  })

  it('of the view itself, when it does not load', async () => {
    const page = await open()
    await page.route('**/outcomes*.js', (route) => route.abort())
    await page.keyboard.press('r')
    expect(await page.locator('dialog[open] [role=alert]').textContent()).toContain('请刷新')
  })
})

describe('a log', () => {
  const scenario = SCENARIOS.quiet

  /** A log that holds, whoever it says wrote it. */
  function logOf({ engine = ENGINE, forks = [] }: { engine?: string; forks?: readonly Fork[] }): string {
    const header = { ...logHeader(scenario, SEED, forks), engine }
    const chain = createChain(JSON.stringify(header))
    const lines = [`${headerLine(header)}\n`]
    let events = 0
    run(scenario, SEED, {
      forks,
      observers: [
        (world, rows, from, to) => {
          lines.push(dayLines(rows, from, to, addLink(chain, world, rows, from, to)))
          events += to - from
        },
      ],
    })
    const end = endLine({ days: scenario.days, events, digest: chainDigest(chain) })
    return `${lines.join('')}${end}\n`
  }

  /** The page with pushy and, in the place of B, a log. */
  async function withLog(text: string): Promise<Page> {
    const page = await open('?a=pushy&b=pushy')
    await page.evaluate((content) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content], 'run.jsonl'))
      const where = { dataTransfer, clientX: innerWidth - 9, clientY: 300, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent('drop', where))
    }, text)
    await expect.poll(() => page.locator('h2 .name').nth(1).textContent()).toBe('Quiet')
    await page.keyboard.press('r')
    await finished(page)
    return page
  }

  it('of this engine is run again by its scenario, and comes back after one of its runs', async () => {
    const page = await withLog(logOf({}))
    expect(await many(page, 1).locator('.alive').textContent()).toBe(aliveSentence(reportOf(scenario), words))
    await dot(page, 1, 3).click()
    await ready(page)
    await expect.poll(() => page.locator('h2 .name').allTextContents()).toEqual(['Pushy', 'Quiet'])
    await page.goBack()
    await expect.poll(() => page.locator('h2 .name').allTextContents()).toEqual(['Pushy', 'Quiet'])
    await page.click('#about')
    const digests = page.locator('dialog[open] .about dd')
    expect(await digests.allTextContents()).toContain(computePlayback(scenario, SEED).digest)
  })

  it.each([
    ['of another engine', { engine: '0.0.9' }, '另一个引擎（0.0.9）'],
    ['of a branch', { forks: [{ at: 9, edits: [{ path: 'model.leaveBase', value: 0.3 }] }] }, '分支'],
  ])('%s says that it cannot be run again', async (_, log, says) => {
    const page = await withLog(logOf(log))
    expect(await many(page, 1).textContent()).toContain(says)
    expect(await many(page, 1).locator('.dot').count()).toBe(0)
    expect(await many(page, 0).locator('.dot').count()).toBe(RUNS)
  })
})

describe('room', () => {
  it.each([
    ['projector', projector],
    ['laptop', laptop],
  ])('on a %s, all outcomes are seen at once', async (_, viewport) => {
    for (const locale of ['zh-Hans', 'en']) {
      const page = await openOutcomes(`?l=${locale}`, { viewport })
      const over = await page
        .locator('dialog.outcomes')
        .evaluate((dialog) => [
          dialog.scrollWidth - dialog.clientWidth,
          dialog.scrollHeight - dialog.clientHeight,
        ])
      expect(over).toEqual([0, 0])
    }
  })

  it('on a phone, a finger finds every dot, and nothing scrolls sideways', async () => {
    const page = await openOutcomes('?l=en', touch)
    const boxes = await page.locator('.dot').evaluateAll((all) =>
      all.map((each) => {
        const { width, height } = each.getBoundingClientRect()
        return Math.min(width, height)
      }),
    )
    expect(Math.min(...boxes)).toBeGreaterThanOrEqual(44)
    expect(await page.locator('dialog.outcomes').evaluate((dialog) => dialog.scrollWidth)).toBe(phone.width)
    await dot(page, 0, 2).tap()
    await ready(page)
    expect(new URL(page.url()).searchParams.get('seed')).toBe('S/2')
  })
})

describe('axe finds nothing in the outcomes', () => {
  it.each([
    ['light', 'zh-Hans'],
    ['dark', 'zh-Hant'],
    ['dark', 'en'],
  ])('in the %s theme, in %s', async (theme, locale) => {
    const page = await openOutcomes(`?theme=${theme}&l=${locale}&seed=S/4`)
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
    if (locale === 'en')
      expect(await page.locator('dialog.outcomes').innerText()).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('on a phone', async () => {
    const page = await openOutcomes('', touch)
    await page.evaluate(axe.source)
    expect(await axeProblems(page)).toEqual([])
  })
})

describe('the muted', () => {
  /** A day on which somebody is muted who is neither buyer nor fan, and her seat. */
  function somebodyMuted(): { readonly day: number; readonly seat: number } {
    const playback = computePlayback(SCENARIOS.pushy, SEED)
    for (let day = 20; day <= playback.days; day++) {
      for (let seat = 0; seat < playback.seats; seat++) {
        const { state, buyer, fan } = seatAt(playback, day, seat, 'truth')
        if (state === 'muted' && !buyer && !fan) return { day, seat }
      }
    }
    throw new Error('somebody must have muted the group')
  }

  it('are seen in the true view alone, by the switch that says so', async () => {
    const { day, seat } = somebodyMuted()
    const page = await open(`?t=${day}`)
    const views = page.getByRole('group', { name: words.texts.viewLabel })
    const truth = views.getByRole('button', { name: words.texts.truth })
    const owner = views.getByRole('button', { name: words.texts.ownerView })
    expect(await truth.isVisible()).toBe(true)
    expect(await truth.getAttribute('aria-pressed')).toBe('true')
    const muted = page.locator('.legend').first().locator('li').nth(3).locator('b')
    const wall = page.locator('.wall').first()
    // Whoever leaves the wall leaves the seat: the way to it begins anew.
    const goToSeat = async () => {
      await wall.focus()
      for (let steps = 0; steps <= seat; steps++) await page.keyboard.press('ArrowRight')
    }
    await goToSeat()
    const card = wall.locator('.card')
    expect(await card.textContent()).toContain(words.texts.states.muted)
    expect(Number(await muted.textContent())).toBeGreaterThan(0)

    await owner.click()
    expect(await owner.getAttribute('aria-pressed')).toBe('true')
    expect(await muted.textContent()).toBe('?')
    await goToSeat()
    expect(await card.isVisible()).toBe(true)
    expect(await card.textContent()).not.toContain(words.texts.states.muted)

    await truth.click()
    await goToSeat()
    expect(await card.textContent()).toContain(words.texts.states.muted)
    expect(Number(await muted.textContent())).toBeGreaterThan(0)
  })
})
