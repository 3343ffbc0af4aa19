import { describe, expect, it } from 'vitest'
import { readClaims } from '../../sim/lab/read-claims.ts'
import { ScenarioError } from '../../sim/scenario/problem.ts'

const GOOD = `format: qunxiang-claims/1
arms:
  ads: { scenario: ads-from-day-one }
  none: { scenario: ads-from-day-one, set: { 'plan[0].ads.perDay': 0 } }
claims:
  - id: A03
    says: { zh-Hans: 甲, zh-Hant: 乙, en: Muted first }
    mechanism: [adHarm]
    tests:
      - { metric: muteRate, day: 30, of: ads, than: none, band: [0.2, 0.6] }
`

function problemsOf(text: string): string[] {
  try {
    readClaims(text, 'book.yaml', ['ads-from-day-one'])
    return []
  } catch (error) {
    return error instanceof ScenarioError ? error.message.split('\n') : [String(error)]
  }
}

describe('a file of claims', () => {
  it('is read with half the near end as the smallest effect that matters', () => {
    const [claim] = readClaims(GOOD, 'book.yaml', ['ads-from-day-one'])
    expect(claim).toMatchObject({ id: 'A03', mechanism: ['adHarm'], research: null })
    expect(claim?.tests[0]).toMatchObject({ smallest: 0.1, as: 'difference', than: 'none' })
    expect(claim?.arms['none']?.edits).toEqual([{ path: 'plan[0].ads.perDay', value: 0 }])
  })

  it('may be about two claims that contradict each other, which have a letter of their own', () => {
    const [tension] = readClaims(GOOD.replace('A03', 'X20'), 'book.yaml', ['ads-from-day-one'])
    expect(tension?.id).toBe('X20')
    expect([GOOD, GOOD.replace('A03', 'D03')].map((text) => problemsOf(text).length)).toEqual([0, 1])
  })

  it('tells all that is wrong in one go, each with its line', () => {
    const bad = GOOD.replace('muteRate', 'muteRat')
      .replace('id: A03', 'id: X3')
      .replace('[adHarm]', '[adHrm]')
      .replace('[0.2, 0.6]', '[0.2, -0.6]')
      .replace('en: Muted first', 'en: ""')
    expect(problemsOf(bad)).toEqual([
      expect.stringMatching(/^book\.yaml:6: claims\[0\]\.id must be a claim's number/),
      expect.stringMatching(/^book\.yaml:7: claims\[0\]\.says\.en must be a text, got ""/),
      expect.stringMatching(/^book\.yaml:8: .*mechanism\[0\] .* did you mean adHarm\?/),
      expect.stringMatching(
        /^book\.yaml:10: .*band must go from its near end to its far end on one side of 0/,
      ),
      expect.stringMatching(/^book\.yaml:10: .*metric .* did you mean muteRate\?/),
    ])
  })

  it('must name arms that it has, and scenarios that are shipped', () => {
    expect(problemsOf(GOOD.replace('of: ads', 'of: adz')).join()).toContain('did you mean ads?')
    expect(problemsOf(GOOD.replace(/ads-from-day-one/g, 'ads-from-day-two')).join()).toContain(
      'did you mean ads-from-day-one?',
    )
  })

  it('must have either a band or limits', () => {
    expect(problemsOf(GOOD.replace(', band: [0.2, 0.6]', '')).join()).toContain('either a band or limits')
  })
})
