import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import { ENGINE } from '../../sim/model/engine-version.ts'
import { createFolder, qunxiang, SMALL } from '../cli/process.ts'

// Logs as they were once written: later versions must read them. They are not run again, because another model has
// another history. To record those of this engine anew, and no others:
// UPDATE=1 npx vitest run --project node test/events/qlog-golden.test.ts

const GOLDEN = fileURLToPath(new URL('../golden/', import.meta.url))
const DIGESTS = join(GOLDEN, 'digests.json')
/** A run in its readable and in its native form. */
type Pair = readonly [readable: string, native: string]
/** Each pair tells one run, in both forms. The last is that of the newest engine; the others are never written again. */
const PAIRS: readonly Pair[] = [
  ['first.jsonl', 'first.qlog'],
  ['second.jsonl', 'second.qlog'],
  ['third.jsonl', 'third.qlog'],
  ['fourth.jsonl', 'fourth.qlog'],
]
const LOGS = PAIRS.flat()
const NEWEST = PAIRS.at(-1) as Pair
/**
 * What the newest pair is about: roles, figures and favours, cues, check-ins, a fee, members who advertise and are
 * removed, an owner who drifts to the goods in stock and turns to them, and a meeting.
 */
const SCENARIO = `${SMALL.replace('founders: 15', 'founders: 14')
  .replace('perDay: 0.5', 'perDay: 2')
  .replace('offer: { solves: skin }', 'offer: [{ solves: cooking }, { solves: skin }]')
  .replace(/^plan: \[\{ (.*) \}\]$/m, 'plan:\n  - { $1, $more }')
  .replace('$more', 'entryFee: 20, reciprocity: 1, roles: 0.3, identityCue: 1, bondCue: 1, checkIns: 1')}
  - from: 2
    redPackets: { perDay: 1, amount: 10, shares: 5 }
    offline: { everyDays: 2, size: 6, depth: 0.8, irregular: 0.5 }
community: { rules: 0, centres: 1, positioning: { focus: { skin: 1 } } }
owner: { stock: 0.5, listening: 0.2, moderation: 0.6 }
model:
  { memberSellers: 0.4, memberAdRate: 0.5, favourRate: 1, roleTaking: 1, checkInStart: 1, checkInStop: 0.3,
    beliefDrift: 1, foundMargin: 0, pivotDays: 1, stockFriction: 0, hearingChance: 1, postingScale: 0.5, meetingWish: 1 }
`

const { folder, remove } = createFolder()

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  if (process.env['UPDATE'] !== '1') return
  writeFileSync(join(folder, 'golden.yaml'), SCENARIO)
  const digests = readDigests()
  for (const log of NEWEST) {
    const args = ['run', join(folder, 'golden.yaml'), '--days', '6', '--json', '--log', join(GOLDEN, log)]
    digests[log] = (JSON.parse((await qunxiang(args)).stdout) as { digest: string }).digest
  }
  writeFileSync(DIGESTS, `${JSON.stringify(digests, null, 2)}\n`)
}, 120_000)
afterAll(remove)

function readDigests(): Record<string, string> {
  return JSON.parse(readFileSync(DIGESTS, 'utf8')) as Record<string, string>
}

/** The first line of a pair, and the kinds of its facts. */
function recorded([readable]: Pair) {
  const text = readFileSync(join(GOLDEN, readable), 'utf8')
  const header = JSON.parse(text.slice(0, text.indexOf('\n'))) as { engine: string }
  return {
    ...header,
    kinds: new Set([...text.matchAll(/^\{"seq".*?"kind":"([a-z-]+)"/gm)].map(([, kind]) => kind)),
  }
}

describe.each(PAIRS)('the run of %s and %s, recorded once', (...pair: Pair) => {
  it.each(pair)('still holds and leads to its digest: %s', async (log) => {
    const { code, stdout } = await qunxiang(['replay', join(GOLDEN, log), '--json'])
    expect(code).toBe(0)
    const { digest, verified } = JSON.parse(stdout) as { digest: string; verified: Record<string, unknown> }
    expect(digest).toBe(readDigests()[log])
    expect(verified).toMatchObject({ chain: true, rerun: null })
    // The states of another engine need not be those of this one.
    expect(recorded(pair).engine === ENGINE ? [true] : [true, null]).toContain(verified['fold'])
  })
})

it('the digests are those of the recorded logs, the same in both forms', () => {
  const digests = readDigests()
  expect(Object.keys(digests)).toEqual(LOGS)
  for (const [readable, native] of PAIRS) expect(digests[native]).toBe(digests[readable])
})

it('each run is one of its engine, with everything that came with it', () => {
  const [, second, third, fourth] = PAIRS.map(recorded)
  expect(PAIRS.map((pair) => recorded(pair).engine)).toEqual(['0.1.0', '0.2.0', '0.3.0', '0.4.0'])
  expect(fourth?.kinds).toEqual(third?.kinds)
  expect([...(second?.kinds ?? [])]).toEqual(
    expect.arrayContaining([
      ...['tie-changed', 'packet-sent', 'packet-claimed', 'windfall-changed'],
      ...['meeting-held', 'meeting-attended', 'member-woken'],
      ...['invitation-sent', 'intruder-posted', 'price-learned'],
    ]),
  )
  expect([...(third?.kinds ?? [])]).toEqual(
    expect.arrayContaining([
      ...['role-given', 'member-removed', 'member-trust-changed', 'need-changed', 'favour-done', 'cue-given'],
      ...['need-heard', 'belief-drifted', 'need-found', 'pivot-made'],
      ...['checked-in', 'check-in-stopped', 'entry-declined', 'fee-paid'],
    ]),
  )
})
