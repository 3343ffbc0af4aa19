import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleCertificate, runCertificate } from '../../bin/engine-runner.mjs'
import { compareOutcomes, type Outcome } from '../../bin/engine-table.mjs'
import { ENGINE_NAMES, findEngines, wantsOf } from '../../bin/engines.mjs'
import { KIND_NAMES } from '../../sim/events/kinds.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'
import type { Certificate, CertificateOrder } from './certificate.ts'
import { CASES, SEEDS } from './cases.ts'

/** What `.ci/run` installs: with `CI=true` none of them may be missing. */
const REQUIRED = ['chromium', 'spidermonkey', 'javascriptcore', 'quickjs']
const isRequired = (name: string) =>
  REQUIRED.includes(name) && !['', '0', 'false'].includes(process.env['CI'] ?? '')

/** QuickJS does not compile: thirty runs in full take it half a minute and more. `npm run verify:engines` takes that time. */
const DAYS_MAX: Readonly<Record<string, number>> = { quickjs: 35 }

const MINUTES = 60_000
const folder = mkdtempSync(join(tmpdir(), 'qunxiang-test-'))
let bundle: string
let here: Outcome
let certificate: Certificate

beforeAll(async () => {
  bundle = await bundleCertificate()
  here = await runCertificate(findEngines('node')[0]!, { bundle, folder })
  certificate = here.certificate as Certificate
}, 2 * MINUTES)
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 10, retryDelay: 200 }))

describe('the certificate', () => {
  it('has every scenario with every seed, to its last day', () => {
    expect(compareOutcomes([here]).failures).toEqual([])
    expect(certificate.runs.map(({ scenario, seed }) => [scenario, seed])).toEqual(
      CASES.flatMap(({ scenario }) => SEEDS.map((seed) => [scenario, seed])),
    )
  })

  it('has the digests that `qunxiang run` prints', () => {
    const file = 'scenarios/red-packet-rain.yaml'
    const scenario = parseScenario(readFileSync(file, 'utf8'), file, () => undefined)
    const runs = certificate.runs.filter((run) => run.scenario === 'red-packet-rain')
    expect(runs.map(({ chain }) => chain.at(-1))).toEqual(
      SEEDS.map((seed) => watchRun(scenario, seed).digest),
    )
  })

  it('covers every kind of fact but a branch of a run, and an owner worn out, which no shipped scenario has', () => {
    expect(KIND_NAMES.filter((name) => !certificate.kinds.includes(name))).toEqual([
      'owner-tired',
      'owner-recovered',
      'fork-opened',
    ])
  })

  it('needs nothing of a platform but a way to print', () => {
    const certificateOrder: CertificateOrder = { daysMax: 1 }
    let line = ''
    const print = (text: string) => (line += text)
    runInNewContext(`globalThis.certificateOrder = ${JSON.stringify(certificateOrder)};${bundle}`, { print })
    const { runs } = JSON.parse(line) as Certificate
    expect(runs.map(({ chain }) => chain)).toEqual(certificate.runs.map(({ chain }) => chain.slice(0, 1)))
  })

  it('sees an engine that rounds one bit differently', async () => {
    const nudged = `const { fround } = Math; Math.fround = (x) => fround(x * (1 + 2 ** -24));${bundle}`
    const other = await runCertificate(findEngines('node')[0]!, { bundle: nudged, folder, daysMax: 5 })
    const { failures } = compareOutcomes([here, other])
    expect(failures[0]).toMatch(
      /^pain-point-first--paid-entry with the seed 1 in node \S+ must have the digest/,
    )
  })
})

describe('one seed, one history, in this Node as in', () => {
  const names = ENGINE_NAMES.filter((name) => name !== 'node')

  it.for(names)('%s', { timeout: 6 * MINUTES }, async (name, { skip }) => {
    const engines = findEngines(name)
    if (engines.length === 0 && !isRequired(name)) {
      console.warn(`skipped: ${name} needs ${wantsOf(name)}`)
      skip()
    }
    expect(engines, `${name} must be there (${wantsOf(name)})`).not.toEqual([])
    for (const engine of engines) {
      const daysMax = DAYS_MAX[name]
      const outcome = await runCertificate(engine, { bundle, folder, ...(daysMax && { daysMax }) })
      expect(compareOutcomes([here, outcome]).failures).toEqual([])
    }
  })
})

it('the page has these digests; `npm run verify:engines -- --write` writes it anew', () => {
  const page = readFileSync('test/engines/README.md', 'utf8')
  const shown = [...page.matchAll(/^\| (\S+) \| `(.+)` \| `([0-9a-f]{16})` \|/gm)].map(
    ([, ...cells]) => cells,
  )
  expect(shown).toEqual(certificate.runs.map(({ scenario, seed, chain }) => [scenario, seed, chain.at(-1)]))
})
