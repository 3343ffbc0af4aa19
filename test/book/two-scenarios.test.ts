import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import { overtakingDay } from '../../sim/lab/overtaking.ts'
import { median, quantile } from '../../sim/lab/quantile.ts'
import type { Outcome } from '../../sim/lab/outcome.ts'
import { cashOf, deathDays, LONG, off, outcomes, shareOf, shipped, SLOW_ARRIVALS } from './arms.ts'

// Two scenarios that tell the truth: one set of constants, seeds book/0 … book/199. Each claim stands beside a run
// without the mechanism that it rests on, in which it must fail.

const arms = {
  ads: () => outcomes(shipped('ads-from-day-one')),
  value: () => outcomes(shipped('pain-point-first')),
  adsHarmless: () => outcomes(shipped('ads-from-day-one', [off('adHarm'), LONG])),
  adsSlow: () => outcomes(shipped('ads-from-day-one', SLOW_ARRIVALS)),
  adsSlowHarmless: () => outcomes(shipped('ads-from-day-one', [...SLOW_ARRIVALS, off('adHarm'), LONG])),
  adsUntrusted: () => outcomes(shipped('ads-from-day-one', [off('inheritedTrust')])),
  valueUntrusted: () => outcomes(shipped('pain-point-first', [off('inheritedTrust')])),
  valueSlow: () => outcomes(shipped('pain-point-first', SLOW_ARRIVALS)),
  worthless: () => outcomes(shipped('pain-point-first', [off('contentValue'), off('companyValue')])),
  ungated: () => outcomes(shipped('pain-point-first', [off('inMarketGate')])),
}
type Arm = keyof typeof arms
const runs = {} as Record<Arm, Outcome[]>

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  for (const [arm, run] of Object.entries(arms)) runs[arm as Arm] = await run()
  if (process.env['BOOK_TABLE'] !== undefined) console.log(table())
}, 600_000)

/** Share of seeds in which the first arm has more cash than the second after so many days. */
function leads(first: Arm, second: Arm, days: number): number {
  return shareOf(
    runs[first],
    (run, at) => (cashOf(run)[days] as number) > (cashOf(runs[second][at])[days] as number),
  )
}

/** Buyers of all who ever joined, after the last day. */
function conversionOf({ at }: Outcome): number {
  return Object.values(at).at(-1)?.conversionRate ?? 0
}

function overtakings(): number[] {
  return runs.value.map((run, at) => overtakingDay(cashOf(runs.ads[at]), cashOf(run)) ?? Infinity)
}

describe('the temptation is real', () => {
  it.each([7, 14, 21])(
    'ads from day one are ahead on cash after %i days in at least 80 % of seeds',
    (days) => {
      expect(leads('ads', 'value', days)).toBeGreaterThanOrEqual(0.8)
    },
  )

  it.each([7, 14, 21])('without inherited trust they are not ahead after %i days', (days) => {
    expect(leads('adsUntrusted', 'valueUntrusted', days)).toBeLessThanOrEqual(0.3)
  })

  it('pain point first stays ahead from a day between 35 and 75 on (median)', () => {
    expect(median(overtakings())).toBeGreaterThanOrEqual(35)
    expect(median(overtakings())).toBeLessThanOrEqual(75)
  })
})

describe('ads from day one', () => {
  it('are dead between day 25 and 100 in at least 90 % of seeds', () => {
    const dead = shareOf(runs.ads, ({ deathDay }) => deathDay !== null && deathDay >= 25 && deathDay <= 100)
    expect(dead).toBeGreaterThanOrEqual(0.9)
  })

  it('live at least twice as long when ads do no harm', () => {
    expect(median(deathDays(runs.adsHarmless))).toBeGreaterThanOrEqual(2 * median(deathDays(runs.ads)))
  })

  it('die of their ads, not of the end of arrivals: with newcomers over 60 days too, and far later without the harm', () => {
    expect(median(deathDays(runs.adsSlow))).toBeLessThanOrEqual(100)
    expect(median(deathDays(runs.adsSlowHarmless))).toBeGreaterThanOrEqual(
      1.5 * median(deathDays(runs.adsSlow)),
    )
    expect(shareOf(runs.valueSlow, ({ deathDay }) => deathDay === null)).toBeGreaterThanOrEqual(0.85)
  })

  it('die on days that spread over seeds', () => {
    const days = deathDays(runs.ads)
    expect(quantile(days, 0.9) - quantile(days, 0.1)).toBeGreaterThanOrEqual(10)
    expect(new Set(days).size).toBeGreaterThanOrEqual(20)
  })
})

describe('pain point first', () => {
  it('is alive after 180 days in at least 85 % of seeds', () => {
    expect(shareOf(runs.value, ({ deathDay }) => deathDay === null)).toBeGreaterThanOrEqual(0.85)
  })

  it('dies when nothing in it is of value', () => {
    expect(shareOf(runs.worthless, ({ deathDay }) => deathDay === null)).toBeLessThanOrEqual(0.1)
  })

  it('converts between 10 and 25 % (median), and far more when everybody is always in the market', () => {
    const conversion = (arm: Arm) => median(runs[arm].map(conversionOf))
    expect(conversion('value')).toBeGreaterThanOrEqual(0.1)
    expect(conversion('value')).toBeLessThanOrEqual(0.25)
    expect(conversion('ungated')).toBeGreaterThanOrEqual(0.4)
  })
})

/** What every arm did, as text: for the closing note and DECISIONS.md. */
function table(): string {
  const band = (values: readonly number[], digits = 0) =>
    [0.5, 0.1, 0.9].map((p) => quantile(values, p).toFixed(digits)).join(' / ')
  const rows = Object.entries(runs).map(([arm, list]) => {
    const last = (days: number) => band(list.map((run) => cashOf(run)[days] as number))
    return [
      arm.padEnd(16),
      `dead ${band(deathDays(list))}`,
      `alive at the end ${shareOf(list, ({ deathDay }) => deathDay === null).toFixed(2)}`,
      `silent ${band(list.map(({ silentDay }) => silentDay ?? Infinity))}`,
      `conversion % ${band(
        list.map((run) => 100 * conversionOf(run)),
        1,
      )}`,
      `cash d30 ${last(30)}, d90 ${last(90)}, d180 ${last(180)}`,
    ].join(' · ')
  })
  const overtaking = `overtaking day ${band(overtakings())}`
  const lead = [7, 14, 21].map((days) => `d${days} ${leads('ads', 'value', days).toFixed(3)}`).join(', ')
  const untrusted = [7, 14, 21]
    .map((days) => `d${days} ${leads('adsUntrusted', 'valueUntrusted', days).toFixed(3)}`)
    .join(', ')
  return [
    `median / 10 % / 90 % over ${runs.ads.length} seeds`,
    ...rows,
    overtaking,
    `lead of ads: ${lead}`,
    `… without inherited trust: ${untrusted}`,
  ].join('\n')
}
