import { unitOf, type ClaimReport, type ClaimsReport } from '../lab/claims-book.ts'
import { CONTEXTS } from '../lab/contexts.ts'
import { isTension, type Claim, type ClaimTest } from '../lab/claim.ts'
import type { JudgedTest } from '../lab/judge.ts'
import type { Locale, LocalText } from '../model/local-text.ts'
import { counted, decimal, grouped, percent, signed } from './numbers.ts'
import { tableOf } from './table.ts'

/** The judged claims as a table for a terminal, and those that contradict each other as another. */
export function claimsText(report: ClaimsReport, claims: readonly Claim[], locale: Locale): string {
  const say = SAY[locale]
  const { single, tensions } = partsOf(report)
  const head = ['', say.with, say.without, say.metric, say.effect, say.inBand, say.robust, '']
  const rows = single.map((one) => [
    ...[one.id, say.verdicts[one.verdict], say.verdicts[one.withoutMechanism], one.metric, effectText(one)],
    ...[one.inBand ? '✓' : '–', robustText(one), saysOf(one, claims)?.[locale] ?? ''],
  ])
  const tensionHead = ['', say.tension, say.without, say.sides, say.inBand, say.robust, '']
  const tensionRows = tensions.map((one) => [
    ...[one.id, say.verdicts[one.verdict], say.verdicts[one.withoutMechanism], sidesOf(one)],
    ...[one.inBand ? '✓' : '–', robustText(one), saysOf(one, claims)?.[locale] ?? ''],
  ])
  return [
    ...[say.runs(report.runs, report.engine), say.model, ''],
    ...(rows.length === 0 ? [] : [...tableOf([head, ...rows]), '', say.sum(countOf(single)), '']),
    ...(tensionRows.length === 0
      ? []
      : [say.tensions, '', ...tableOf([tensionHead, ...tensionRows]), '', say.sum(countOf(tensions)), '']),
  ].join('\n')
}

function robustText({ robust }: ClaimReport): string {
  return robust === null ? '–' : percent(robust)
}

/** The claims of one voice, and those of two that contradict each other. */
function partsOf({ claims }: ClaimsReport): Parts {
  return {
    single: claims.filter((claim) => !isTension(claim)),
    tensions: claims.filter((claim) => isTension(claim)),
  }
}

interface Parts {
  readonly single: readonly ClaimReport[]
  readonly tensions: readonly ClaimReport[]
}

function saysOf(one: ClaimReport, claims: readonly Claim[]): LocalText | undefined {
  return claims.find(({ id }) => id === one.id)?.says
}

/** How many of the tests of a tension hold: each shows one side under its condition. */
function sidesOf({ tests }: ClaimReport): string {
  return `${tests.filter(({ verdict }) => verdict === 'holds').length} / ${tests.length}`
}

function countOf(claims: readonly ClaimReport[]): Count {
  const of = (verdict: ClaimReport['verdict']) => claims.filter((claim) => claim.verdict === verdict).length
  const noPower = claims.filter(hasNoPower)
  return { holds: of('holds'), fails: of('fails'), undecided: of('undecided'), noPower: noPower.length }
}

function hasNoPower({ verdict, withoutMechanism }: ClaimReport): boolean {
  return verdict === 'holds' && withoutMechanism === 'holds'
}

function effectText({ effect, ci95, unit }: Pick<ClaimReport, 'effect' | 'ci95' | 'unit'>): string {
  if (effect === null) return '–'
  const show = (value: number) => signed(value, (size) => amount(size, unit))
  return ci95 === null ? show(effect) : `${show(effect)} [${show(ci95[0])} … ${show(ci95[1])}]`
}

/** With about as many digits as there is something to be said by. */
function amount(value: number, unit: string): string {
  if (unit === 'share' || unit === 'relative' || unit === 'share of seeds') return percent(value)
  const size = Math.abs(value)
  return size >= 100 ? grouped(value) : decimal(value, size >= 10 ? 1 : size >= 1 ? 2 : 3)
}

/**
 * The book as a page: every claim with its sentence, its tests, what came out, on and off, and what research says.
 * `asked` are the claims that were asked for by number; none for the whole book.
 */
export function claimsMarkdown(
  report: ClaimsReport,
  claims: readonly Claim[],
  asked: readonly string[] = [],
): string {
  const say = SAY.en
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const { single, tensions } = partsOf(report)
  const row = (one: ClaimReport, size: string) => {
    const says = byId.get(one.id)?.says
    const power = hasNoPower(one) ? ' (no power)' : ''
    return `| ${one.id} | ${cell(`${says?.['zh-Hans'] ?? ''} / ${says?.en ?? ''}`)} | ${one.verdict}${power} | ${size} | ${one.inBand ? 'yes' : 'no'} | ${robustText(one)} | ${one.withoutMechanism} |`
  }
  const details = (ones: readonly ClaimReport[], heading: string) =>
    ones.flatMap((one) => detail(one, byId.get(one.id) as Claim, heading))
  const ofOneVoice = [
    say.sum(countOf(single)),
    '',
    '| claim | says | verdict | effect (mean, 95 %) | as large as claimed | robust | off |',
    '|---|---|---|---|---|---|---|',
    ...single.map((one) => row(one, `${effectText(one)} ${one.unit}`)),
    '',
    ...details(single, '##'),
  ]
  const ofTwo = [
    `## ${say.tensions}`,
    '',
    'Each entry is two claims that cannot both be right everywhere, with the condition under which each is. It *holds* when every one of its tests does: at least one for each side. A side that fails is not shown by this model to be wrong, only not to follow from it.',
    '',
    say.sum(countOf(tensions)),
    '',
    '| tension | says | verdict | tests that hold | as large as claimed | robust | off |',
    '|---|---|---|---|---|---|---|',
    ...tensions.map((one) => row(one, sidesOf(one))),
    '',
    ...details(tensions, '###'),
  ]
  return `${[
    '# The claims book, judged',
    '',
    `Written by \`${commandOf(report, asked)}\`; not to be edited. Engine ${report.engine}, seeds \`${report.seed}/0\` to \`${report.seed}/${report.runs - 1}\`.`,
    '',
    say.model,
    '',
    '*holds*: the 95 % interval of the effect lies wholly beyond the smallest effect that matters; *fails*: wholly short of it; *undecided*: neither. *Off* is the same with the mechanism that the claim rests on switched off: there it must not hold, or the claim has no power. Claims are of practitioners; that one holds means that it follows from the mechanisms of this model, no more.',
    '',
    ...(report.claims.some(({ robust }) => robust !== null) ? [ROBUST, ''] : []),
    ...(single.length === 0 ? [] : ofOneVoice),
    ...(tensions.length === 0 ? [] : ofTwo),
  ].join('\n')}`
}

/** What the column of contexts says. */
const ROBUST = `*Robust*: the share of other contexts in which all effects of the claim point as claimed, however small they are, by the means of a tenth of the runs. Contexts: ${CONTEXTS.map(({ says }) => says.en).join('; ')}. Where a context changes nothing for a claim, or makes its arms impossible, it is not counted.`

/** What was typed, but for the place of the page. */
function commandOf({ runs, seed, claims }: ClaimsReport, asked: readonly string[]): string {
  const words = ['npx qunxiang claims', ...asked, `--runs ${runs}`]
  if (claims.some(({ robust }) => robust !== null)) words.push('--contexts')
  if (seed !== '1') words.push(`--seed ${JSON.stringify(seed)}`)
  return [...words, '--markdown scenarios/CLAIMS.md'].join(' ')
}

/** A text that cannot end the cell of the table that it stands in. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function detail(one: ClaimReport, claim: Claim, heading: string): string[] {
  const research = claim.research === null ? [] : [`Research: ${claim.research.en}`, '']
  return [
    `${heading} ${one.id} ${claim.says.en}`,
    '',
    `${claim.says['zh-Hans']} · rests on ${claim.mechanism.map((name) => `\`${name}\``).join(' and ')} · [${claim.file.split('/').at(-1) ?? ''}](${claim.file.replace(/^scenarios\//, '')})`,
    '',
    ...research,
    '| test | claimed | on | off |',
    '|---|---|---|---|',
    ...one.tests.map((test, at) => testRow(test, one.testsWithout[at])),
    '',
  ]
}

function testRow(on: JudgedTest, off: JudgedTest | undefined): string {
  const show = (judged: JudgedTest | undefined) =>
    judged === undefined
      ? '–'
      : `${judged.verdict}: ${effectText({ ...judged, unit: unitOf(judged.test.metric, judged.test.as) })}`
  return `| ${testText(on.test)} | ${claimed(on.test)} | ${show(on)} | ${show(off)} |`
}

function testText({ metric, day, of, than, as }: ClaimTest): string {
  const place = `\`${metric}\` after ${day} days, ${of}`
  if (than === null) return place
  if (as === 'ratio') return `${place} ÷ ${than} − 1`
  return as === 'lead' ? `${place} above ${than}, share of seeds` : `${place} − ${than}`
}

function claimed({ metric, as, band, within, smallest }: ClaimTest): string {
  const unit = unitOf(metric, as)
  const show = (value: number) => signed(value, (size) => amount(size, unit))
  if (within !== null) return `within ${show(within[0])} to ${show(within[1])}`
  return `${show(band?.[0] ?? 0)} to ${show(band?.[1] ?? 0)}, at least ${amount(smallest, unit)}`
}

interface Count {
  readonly holds: number
  readonly fails: number
  readonly undecided: number
  readonly noPower: number
}

interface ClaimsWords {
  readonly runs: (runs: number, engine: string) => string
  readonly model: string
  readonly with: string
  readonly tension: string
  readonly tensions: string
  readonly sides: string
  readonly without: string
  readonly metric: string
  readonly effect: string
  readonly inBand: string
  readonly robust: string
  readonly verdicts: Readonly<Record<ClaimReport['verdict'], string>>
  readonly sum: (count: Count) => string
}

const SAY: Readonly<Record<Locale, ClaimsWords>> = {
  en: {
    runs: (runs, engine) =>
      `${counted(runs, 'run')} of every arm, the same people in each pair · engine ${engine}`,
    model: 'A model, not a forecast: a claim that holds here follows from the mechanisms of the model.',
    with: 'claim',
    tension: 'both sides',
    tensions: 'Where practitioners contradict each other',
    sides: 'tests that hold',
    without: 'mechanism off',
    metric: 'metric',
    effect: 'effect (mean, 95 %)',
    inBand: 'as large as claimed',
    robust: 'robust',
    verdicts: { holds: 'holds', fails: 'FAILS', undecided: 'undecided' },
    sum: ({ holds, fails, undecided, noPower }) =>
      `${holds} hold, ${fails} fail, ${undecided} undecided; of those that hold, ${noPower} hold without their mechanism too and prove nothing.`,
  },
  'zh-Hans': {
    runs: (runs, engine) => `每一臂 ${runs} 次运行，每一对都是同一批人 · 引擎 ${engine}`,
    model: '这是模型，不是预测：在这里成立，只说明它可以从模型的机制推出来。',
    with: '说法',
    tension: '两边',
    tensions: '各家说法互相矛盾的地方',
    sides: '成立的检验',
    without: '关掉机制',
    metric: '指标',
    effect: '效果（平均，95 %）',
    inBand: '大小如所说',
    robust: '换个环境',
    verdicts: { holds: '成立', fails: '不成立', undecided: '未定' },
    sum: ({ holds, fails, undecided, noPower }) =>
      `${holds} 条成立，${fails} 条不成立，${undecided} 条未定；成立的里面有 ${noPower} 条关掉机制也成立，什么也证明不了。`,
  },
  'zh-Hant': {
    runs: (runs, engine) => `每一臂 ${runs} 次執行，每一對都是同一批人 · 引擎 ${engine}`,
    model: '這是模型，不是預測：在這裡成立，只說明它可以從模型的機制推出來。',
    with: '說法',
    tension: '兩邊',
    tensions: '各家說法互相矛盾的地方',
    sides: '成立的檢驗',
    without: '關掉機制',
    metric: '指標',
    effect: '效果（平均，95 %）',
    inBand: '大小如所說',
    robust: '換個環境',
    verdicts: { holds: '成立', fails: '不成立', undecided: '未定' },
    sum: ({ holds, fails, undecided, noPower }) =>
      `${holds} 條成立，${fails} 條不成立，${undecided} 條未定；成立的裡面有 ${noPower} 條關掉機制也成立，什麼也證明不了。`,
  },
}
