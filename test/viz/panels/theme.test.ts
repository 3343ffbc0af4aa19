import { describe, expect, it } from 'vitest'
import { nextTheme, resolveTheme } from '../../../viz/panels/theme.ts'

describe.each(['light', 'dark'] as const)('on a %s system', (system) => {
  it('the first change can be seen', () =>
    expect(resolveTheme(nextTheme('system', system), system)).not.toBe(system))
  it('three changes lead back', () => {
    const once = nextTheme('system', system)
    const twice = nextTheme(once, system)
    expect(new Set(['system', once, twice]).size).toBe(3)
    expect(nextTheme(twice, system)).toBe('system')
  })
})
