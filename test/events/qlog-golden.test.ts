import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import { createFolder, qunxiang, SMALL } from '../cli/process.ts'

// Logs as they were once written: later versions must read them. They are not run again, because another model has
// another history. To record them anew: UPDATE=1 npx vitest run --project node test/events/qlog-golden.test.ts

const GOLDEN = fileURLToPath(new URL('../golden/', import.meta.url))
const DIGESTS = join(GOLDEN, 'digests.json')
const LOGS = ['first.jsonl', 'first.qlog']
const { folder, remove } = createFolder()

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  if (process.env['UPDATE'] !== '1') return
  writeFileSync(join(folder, 'small.yaml'), SMALL.replace('founders: 15', 'founders: 12'))
  const digests: Record<string, string> = {}
  for (const log of LOGS) {
    const args = ['run', join(folder, 'small.yaml'), '--days', '6', '--json', '--log', join(GOLDEN, log)]
    digests[log] = (JSON.parse((await qunxiang(args)).stdout) as { digest: string }).digest
  }
  writeFileSync(DIGESTS, `${JSON.stringify(digests, null, 2)}\n`)
}, 120_000)
afterAll(remove)

it.each(LOGS)('%s, recorded once, still holds and leads to its digest', async (log) => {
  const { code, stdout } = await qunxiang(['replay', join(GOLDEN, log), '--json'])
  const digests = JSON.parse(readFileSync(DIGESTS, 'utf8')) as Record<string, string>
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    digest: digests[log],
    verified: { chain: true, fold: true, rerun: null },
  })
})
