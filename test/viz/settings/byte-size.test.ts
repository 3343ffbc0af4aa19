import { describe, expect, it } from 'vitest'
import { formatFor } from '../../../viz/locales/format.ts'
import { byteSize } from '../../../viz/settings/byte-size.ts'

const written = (bytes: number): string => byteSize(bytes, formatFor('zh-Hans'))

describe('the size of files', () => {
  it('has at most one place behind the point, and a unit that fits', () => {
    expect(written(0)).toBe('0.0 KB')
    expect(written(1700)).toBe('1.7 KB')
    expect(written(45_300)).toBe('45 KB')
    expect(written(3_240_000)).toBe('3.2 MB')
    expect(written(2_500_000_000_000)).toBe('2,500 GB')
  })
})
