import { describe, expect, it } from 'vitest'
import type { Claim, ClaimTest } from '../../sim/lab/claim.ts'
import { claimReport, planClaims, type ClaimsReport } from '../../sim/lab/claims-book.ts'
import type { ArmResults } from '../../sim/lab/outcome.ts'
import { LOCALES } from '../../sim/model/local-text.ts'
import { claimsMarkdown, claimsText } from '../../sim/report/claims-text.ts'
import { widthOf } from '../../sim/report/table.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { outcomeWith } from '../lab/outcomes.ts'

const LEFT: ClaimTest = {
  ...{ metric: 'leaveRate', day: 20, of: 'ads', than: 'none', as: 'difference' },
  ...{ band: [0.2, 0.4], within: null, smallest: 0.1 },
}
const NET: ClaimTest = { ...LEFT, metric: 'ownerNet', band: [-1000, -3000], smallest: 500 }
const SAME: ClaimTest = { ...LEFT, band: null, within: [-0.05, 0.05] }

function claimOf(id: string, test: ClaimTest, changes: Partial<Claim> = {}): Claim {
  return {
    id,
    says: { 'zh-Hans': '简体', 'zh-Hant': '正體', en: `Says ${id}` },
    mechanism: ['adHarm'],
    research: null,
    arms: {
      ads: { scenario: 'town', edits: [] },
      none: { scenario: 'town', edits: [{ path: 'plan[0].ads.perDay', value: 0 }] },
    },
    tests: [test],
    file: 'scenarios/claims/book.yaml',
    ...changes,
  }
}

const arm = (...runs: (readonly [leaveRate: number, ownerNet: number])[]): ArmResults =>
  runs.map(([leaveRate, ownerNet], at) => outcomeWith(`s/${at}`, null, { 20: { leaveRate, ownerNet } }))
const ADS = arm([0.5, -2000], [0.52, -2100], [0.51, -2050])
const NONE = arm([0.2, 0], [0.2, 0], [0.2, 0])

/** What the book says when ads do harm, and when switching that off leaves nothing between the arms. */
function reportOf(claims: readonly Claim[], { off = NONE, seed = '1' } = {}): ClaimsReport {
  const { judgeAll } = planClaims(claims, () => smallScenario())
  return {
    ...{ format: 'qunxiang-claims/1', engine: '0.0.0', seed, runs: 3, isPartial: false },
    claims: judgeAll([ADS, NONE, off, NONE]).map(claimReport),
  }
}

const BOOK = [claimOf('A01', LEFT), claimOf('B02', NET), claimOf('C03', SAME)]

describe('the judged book in text', () => {
  it('has a line a claim, with signs and in its unit', () => {
    const text = claimsText(reportOf(BOOK), BOOK, 'en')
    expect(text).toContain('3 runs of every arm, the same people in each pair · engine 0.0.0')
    expect(text).toMatch(
      /^A01 {2}holds +fails +leaveRate +\+31\.0 % \[\+28\.5 % … \+33\.5 %\] +✓ +– +Says A01$/im,
    )
    expect(text).toMatch(/^B02 {2}holds +fails +ownerNet +−2,050 \[−2,174 … −1,926\] +✓ +– +Says B02$/im)
    expect(text).toMatch(/^C03 {2}fails +holds +leaveRate +\+31\.0 % .* – +– +Says C03$/im)
    expect(text).toContain('\n2 hold, 1 fail, 0 undecided; of those that hold, 0 hold without')
  })

  it('tells in how many other contexts a claim points as claimed, and which contexts these are', () => {
    const report = reportOf(BOOK)
    const tried = { ...report, claims: report.claims.map((claim) => ({ ...claim, robust: 0.9 })) }
    expect(claimsText(tried, BOOK, 'en')).toMatch(/^A01 .* ✓ +90.0 % +Says A01$/im)
    const page = claimsMarkdown(tried, BOOK)
    expect(page).toContain('share | yes | 90.0 % | fails |')
    expect(page).toContain('--contexts --markdown')
    expect(page).toContain('all newcomers are strangers; ')
    expect(claimsMarkdown(report, BOOK)).not.toContain('strangers')
  })

  it('counts claims that hold without their mechanism: they prove nothing', () => {
    const text = claimsText(reportOf([BOOK[0] as Claim], { off: ADS }), BOOK, 'en')
    expect(text).toContain('of those that hold, 1 hold without their mechanism too')
  })

  it.each([
    ['en', 'FAILS', 'Says C03'],
    ['zh-Hans', '不成立', '简体'],
    ['zh-Hant', '不成立', '正體'],
  ] as const)('is told in %s', (locale, fails, says) => {
    expect(claimsText(reportOf(BOOK), BOOK, locale)).toMatch(new RegExp(`^C03 +${fails} .*${says}$`, 'm'))
  })

  it.each(LOCALES)('has its columns under each other in %s', (locale) => {
    const table = claimsText(reportOf(BOOK), BOOK, locale).split('\n').slice(4, 7)
    const places = table.map((line) => widthOf(line.slice(0, line.search(/leaveRate|ownerNet/))))
    expect(new Set(places).size).toBe(1)
  })

  it('has a dash where no run could tell', () => {
    const { judgeAll } = planClaims(BOOK, () => smallScenario())
    const report = { ...reportOf(BOOK), claims: judgeAll([]).map(claimReport) }
    expect(claimsText(report, BOOK, 'en')).toMatch(
      /^A01 {2}undecided +undecided +leaveRate +– +– +– +Says A01$/m,
    )
  })
})

/** A book with a tension of which one side holds. */
const TENSE = [claimOf('X01', LEFT, { tests: [LEFT, SAME] }), ...BOOK]

describe('claims that contradict each other', () => {
  it.each([
    ['en', 'Where practitioners contradict each other'],
    ['zh-Hans', '各家说法互相矛盾的地方'],
    ['zh-Hant', '各家說法互相矛盾的地方'],
  ] as const)('have a table of their own in %s, with how many of their tests hold', (locale, title) => {
    const [claims, tensions] = claimsText(reportOf(TENSE), TENSE, locale).split(`\n${title}\n`)
    expect(claims).toMatch(/^A01 /m)
    expect(claims).not.toContain('X01')
    expect(tensions).toMatch(/^X01 .* 1 \/ 2 +– +– +\S/m)
    expect(tensions).not.toContain('A01')
  })

  it('are counted by themselves', () => {
    const text = claimsText(reportOf(TENSE), TENSE, 'en')
    expect(text).toContain('\n2 hold, 1 fail, 0 undecided;')
    expect(text).toContain('\n0 hold, 1 fail, 0 undecided;')
  })

  it('stand alone where nothing else was asked for', () => {
    const [tension] = TENSE as [Claim]
    expect(claimsText(reportOf([tension]), [tension], 'en').match(/\d hold, /g)).toHaveLength(1)
    expect(claimsMarkdown(reportOf([tension]), [tension])).not.toContain('| claim | says |')
  })

  it('have a section of their own on the page, after the others, with a line for each test', () => {
    const page = claimsMarkdown(reportOf(TENSE), TENSE)
    const [claims, tensions] = page.split('\n## Where practitioners contradict each other\n')
    expect(claims).toContain('\n## C03 Says C03\n')
    expect(claims).not.toContain('X01')
    expect(tensions).toContain('\n| X01 | 简体 / Says X01 | fails | 1 / 2 | no | – | fails |\n')
    expect(tensions).toContain('\n### X01 Says X01\n')
    expect(tensions?.match(/^\| `leaveRate` /gm)).toHaveLength(2)
    expect(claimsMarkdown(reportOf(BOOK), BOOK)).not.toContain('contradict')
  })
})

describe('the judged book as a page', () => {
  it('says what wrote it, and what every claim came to with its mechanism and without', () => {
    const page = claimsMarkdown(reportOf(BOOK), BOOK)
    expect(page).toContain(
      'Written by `npx qunxiang claims --runs 3 --markdown scenarios/CLAIMS.md`; not to be edited. Engine 0.0.0, seeds `1/0` to `1/2`.',
    )
    expect(page).toContain(
      '\n| A01 | 简体 / Says A01 | holds | +31.0 % [+28.5 % … +33.5 %] share | yes | – | fails |\n',
    )
    expect(page).toContain('\n## C03 Says C03\n')
    expect(page).toContain('[book.yaml](claims/book.yaml)')
    expect(page).toContain(
      '\n| `ownerNet` after 20 days, ads − none | −1,000 to −3,000, at least 500 | holds: −2,050 [−2,174 … −1,926] | fails: 0.000 [0.000 … 0.000] |\n',
    )
    expect(page).toContain('| within −5.0 % to +5.0 % | fails: +31.0 %')
    expect(page.endsWith('|\n')).toBe(true)
    expect(page).not.toMatch(/(^|[\s[(])-\d/m)
  })

  it('says of a claim that holds without its mechanism that it has no power', () => {
    const claims = [BOOK[0] as Claim]
    expect(claimsMarkdown(reportOf(claims, { off: ADS }), claims)).toContain('| holds (no power) |')
  })

  it('names another seed, and claims that were asked for by number', () => {
    expect(claimsMarkdown(reportOf(BOOK, { seed: 'a b' }), BOOK, ['A01', 'B02', 'C03'])).toContain(
      '`npx qunxiang claims A01 B02 C03 --runs 3 --seed "a b" --markdown scenarios/CLAIMS.md`',
    )
  })

  it('has what research says, where it is known, and keeps its tables whole', () => {
    const research = { 'zh-Hans': '研', 'zh-Hant': '研', en: 'Smith 2001' }
    const says = { 'zh-Hans': '甲|乙', 'zh-Hant': '甲', en: 'One | other' }
    const claims = [claimOf('A01', LEFT, { research, says })]
    const page = claimsMarkdown(reportOf(claims), claims)
    expect(page).toContain('\nResearch: Smith 2001\n')
    expect(page).toContain('| A01 | 甲\\|乙 / One \\| other | holds |')
    expect(claimsMarkdown(reportOf(BOOK), BOOK)).not.toContain('Research:')
  })

  it.each([
    [{ as: 'ratio' } as const, 'ads ÷ none − 1'],
    [{ as: 'lead' } as const, 'ads above none, share of seeds'],
    [{ than: 0.25 } as const, 'ads − 0.25'],
    [{ than: null } as const, '`leaveRate` after 20 days, ads |'],
  ])('tells a test with %j as what it is', (changes, says) => {
    const claims = [claimOf('A01', { ...LEFT, ...changes })]
    expect(claimsMarkdown(reportOf(claims), claims)).toContain(says)
  })
})
