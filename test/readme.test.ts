import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../bin/build.mjs'

// The examples of the README are run, one after the other in one folder, and must print what it says. After a change
// of the engine: UPDATE=1 npx vitest run --project node test/readme.test.ts

const README = fileURLToPath(new URL('../README.md', import.meta.url))
const LAUNCHER = fileURLToPath(new URL('../bin/qunxiang.mjs', import.meta.url))

/** The scenario with three mistakes that `check` is shown with. */
const MINE = `format: qunxiang-scenario/1
name: 我的群
market:
  pains: { baby-skin: 0.3 }
owner: { energy: 9 }
plan:
  - from: 0
    contnet: { perDay: 1 }
    ads: { perDay: many }
`

let folder = ''

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  folder = mkdtempSync(join(tmpdir(), 'qunxiang-readme-'))
  writeFileSync(join(folder, 'mine.yaml'), MINE)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a block of the README must say: its commands, each followed by what it prints. */
function replayed(block: string): string {
  const commands = block.split('\n').filter((line) => line.startsWith('$ '))
  return commands.map((line) => `${line}\n${printedBy(line)}`).join('')
}

function printedBy(line: string): string {
  const isSilent = line.endsWith(' > /dev/null')
  const typed = line.replace('$ npx qunxiang ', '').replace(/ > \/dev\/null$/, '')
  const words = (typed.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''))
  const { stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  return isSilent ? '' : `${stdout}${stdout === '' ? stderr : ''}`
}

it('prints what the README says that it prints', () => {
  const readme = readFileSync(README, 'utf8')
  const now = readme.replace(
    /```\n(\$ npx qunxiang [\s\S]*?)```/g,
    (_, block: string) => `\`\`\`\n${replayed(block)}\`\`\``,
  )
  if (process.env['UPDATE'] === '1') writeFileSync(README, now)
  expect(readme.match(/^\$ npx qunxiang/gm)?.length).toBeGreaterThanOrEqual(4)
  expect(readFileSync(README, 'utf8')).toBe(now)
})
