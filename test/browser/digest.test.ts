import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { computePlayback } from '../../sim/projections/compute-playback.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'
import { close } from './browser.ts'
import { openRuns } from './page-helper.ts'

const SCENARIOS = ['ads-from-day-one', 'pain-point-first'] as const

afterAll(close)

function digestInNode(name: string, seed: string): string {
  const file = `scenarios/${name}.yaml`
  return computePlayback(
    parseScenario(readFileSync(file, 'utf8'), file, () => undefined),
    seed,
  ).digest
}

describe('one seed, one history', () => {
  it.each(['1', 'book/7', '种子'])(
    'on the page as in Node, to the last bit, with the seed %s',
    async (seed) => {
      const page = await openRuns(`?seed=${encodeURIComponent(seed)}`)
      await page.click('#about')
      const shown = (await page.locator('dialog[open]').textContent()) ?? ''
      for (const name of SCENARIOS) expect(shown).toContain(digestInNode(name, seed))
    },
  )
})
