import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Door } from './door.ts'
import { fuzz, type Tally } from './fuzz.ts'
import { createRandom } from './random.ts'
import { smallerText } from './smaller.ts'

const FUZZ = fileURLToPath(new URL('../../bin/fuzz.mjs', import.meta.url))
const INPUTS = 500
const PROCESSES = 12

/** What `npm run fuzz` finds, in small and always the same. */
let tallies: readonly Tally[] = []
let said = ''

beforeAll(async () => {
  const args = [FUZZ, '--json', '--inputs', String(INPUTS), '--processes', String(PROCESSES)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-6000)))
  await new Promise((resolve) => child.on('close', resolve))
  tallies = JSON.parse(stdout === '' ? '[]' : stdout) as Tally[]
}, 300_000)

describe('broken inputs', () => {
  it.each(['scenario', 'jsonl', 'qlog', 'arguments', 'messages', 'processes'])(
    'break nothing at this door: %s',
    (door) => {
      const tally = tallies.find((tally) => tally.door === door)
      expect(tally?.failure ?? null, said).toBeNull()
      expect(tally?.inputs, said).toBe(door === 'processes' ? PROCESSES : INPUTS)
      // Those that change nothing, or nothing that matters, get in; without them we would only knock. A process got in as
      // well when its signal came before its end: which of the two comes first is up to the machine.
      const refused = Object.entries(tally?.refused ?? {})
      const stopped = refused.filter(([kind]) => ['exit 130', 'exit 143'].includes(kind))
      expect((tally?.accepted ?? 0) + stopped.length).toBeGreaterThan(0)
      expect(refused.length - stopped.length).toBeGreaterThan(0)
    },
  )
})

describe('the fuzzer', () => {
  const door: Door<string> = {
    name: 'no-b',
    make: (random) => `a${random.pick(['b', 'c'])}${random.below(1000)}`,
    enter: (text) => {
      if (text.includes('b')) throw new TypeError('there is a b in it')
      return 'accepted'
    },
    smaller: smallerText,
    show: (text) => text,
    limit: 2000,
  }

  it('finds an input that breaks a door, and makes it as small as it can', async () => {
    const { failure, accepted, inputs } = await fuzz(door, { seed: '1', from: 0, to: 50, onInput: () => {} })
    expect(failure?.smallest).toBe('b')
    expect(failure?.says).toContain('there is a b in it')
    expect(accepted).toBe(inputs - 1)
  })

  it('makes the same inputs of the same seed, and others of another', () => {
    const made = (key: string) => Array.from({ length: 9 }, (_, n) => door.make(createRandom(`${key}/${n}`)))
    expect(made('1')).toEqual(made('1'))
    expect(made('1')).not.toEqual(made('2'))
  })

  it('takes what is slow twice for broken', async () => {
    const slow = {
      ...door,
      enter: () => new Promise<string>((done) => setTimeout(() => done('accepted'), 30)),
    }
    const { failure } = await fuzz({ ...slow, limit: 2 }, { seed: '1', from: 0, to: 1, onInput: () => {} })
    expect(failure?.says).toMatch(/^it took \d+ ms$/)
  })
})
