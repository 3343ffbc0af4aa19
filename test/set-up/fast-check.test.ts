import fc from 'fast-check'
import { expect, it } from 'vitest'

it('properties draw from the seed 1, or from the one that was asked for', () => {
  const asked = process.env['QUNXIANG_FC_SEED'] ?? '1'
  expect(fc.readConfigureGlobal()?.seed).toBe(asked === 'random' ? undefined : Number(asked))
})
