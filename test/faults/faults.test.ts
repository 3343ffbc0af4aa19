import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { FAULTS } from './faults.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('planted faults', () => {
  it.each(FAULTS.map((fault) => [fault.name, fault] as const))(
    'stands in its source once: %s',
    (_name, { file, from, to }) => {
      expect(readFileSync(join(root, 'sim', file), 'utf8').split(from)).toHaveLength(2)
      expect(to).not.toBe(from)
    },
  )

  it('have names of their own, and a row each in the table', () => {
    const names = FAULTS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const page = readFileSync(join(root, 'test/faults/README.md'), 'utf8')
    expect(names.filter((name) => !page.includes(`| ${name} |`))).toEqual([])
  })

  it('are seen by the laws, and told with the law that saw them', { timeout: 120_000 }, () => {
    const fault = 'a member takes from her own packet'
    const words = ['bin/faults.mjs', '--planted-only', '--only', fault]
    const { status, stdout } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
    expect(stdout).toMatch(
      new RegExp(`\\| ${fault} \\| law 23: nobody may take from her own packet, got .* \\| [\\d.]+ \\|`),
    )
    expect(stdout).toContain('1 of 1 faults are caught.')
    expect(status).toBe(0)
  })

  it('are refused by a name that none of them has', () => {
    const words = ['bin/faults.mjs', '--only', 'no such fault']
    const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
    expect(stderr).toContain('--only must be part of a name that --list prints, got no such fault')
    expect(status).toBe(2)
  })
})
