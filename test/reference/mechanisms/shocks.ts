import { cut } from '../../../sim/model/arithmetic.ts'
import type { Cause } from '../../../sim/model/causes.ts'
import { isAway } from '../reference-feed.ts'
import type { Group } from '../reference-groups.ts'
import type { Member } from '../reference-members.ts'
import { draw, groupOf, presentIn, record, type Run } from '../reference-run.ts'

/** The shocks of today: those that were planned, then those of chance. Whom one takes away is out of reach of the others. */
export function decideShocks(run: Run): void {
  const gone = new Set<Member>()
  decidePlanned(run, gone)
  decideIllness(run)
  decideHoliday(run)
  for (const group of run.groups) {
    decideQuarrel(run, group, gone)
    decidePurpose(run, group)
  }
}

function decidePlanned(run: Run, gone: Set<Member>): void {
  const today = run.town.scenario.shocks.filter(({ day }) => day === run.day)
  const firstExposure = today.find(({ kind }) => kind === 'price-exposed')
  for (const shock of today) {
    switch (shock.kind) {
      case 'owner-absent':
      case 'bad-batch':
      case 'intruders':
        record(run, 'shock-struck', { object: shock.kind, value: shock.days })
        break
      case 'packets-stop':
        record(run, 'shock-struck', { object: shock.kind })
        break
      case 'rival-opens':
        record(run, 'shock-struck', { object: shock.kind, value: shock.appeal })
        break
      case 'price-exposed':
        if (shock === firstExposure) decideExposure(run, gone)
        break
      case 'star-leaves':
        decideStar(run, gone)
        break
      case 'migrate':
        decideMigration(run, { keeps: shock.keeps, gone })
    }
  }
}

function decideIllness(run: Run): void {
  const { illnessRate, chanceShocks } = run.town.parameters
  if (isAway(run) || draw(run, 'illness', 0) >= illnessRate * chanceShocks) return
  record(run, 'shock-struck', { object: 'owner-ill', value: 3 + Math.floor(12 * draw(run, 'illness', 0, 1)) })
}

function decideHoliday(run: Run): void {
  const { holidayRate, chanceShocks } = run.town.parameters
  if (run.owner.holidayUntil > run.day || draw(run, 'holiday', 0) >= holidayRate * chanceShocks) return
  record(run, 'shock-struck', { object: 'holiday', value: 5 + Math.floor(5 * draw(run, 'holiday', 0, 1)) })
}

/** Fewer people than this have nothing to quarrel about. */
const QUARREL_MEMBERS = 20

function decideQuarrel(run: Run, group: Group, gone: ReadonlySet<Member>): void {
  const { quarrelRate, quarrelLoss, chanceShocks } = run.town.parameters
  if (group.members < QUARREL_MEMBERS || draw(run, 'quarrel', group.number) >= quarrelRate * chanceShocks)
    return
  const cause = record(run, 'shock-struck', { group: group.number, object: 'quarrel', value: quarrelLoss })
  for (const member of reachable(run, gone)) {
    if (groupOf(run, member) !== group || draw(run, 'quarrel', member.person, 1) >= 0.5) continue
    const about = { group: group.number, actor: member.person, object: 'quarrel', cause }
    record(run, 'value-changed', { ...about, value: -quarrelLoss * (Math.max(0, member.company) + 0.1) })
    const lost = -quarrelLoss * member.belonging
    if (lost < 0) record(run, 'belonging-changed', { ...about, value: lost })
  }
}

function decidePurpose(run: Run, group: Group): void {
  const { purposeRate, purposeLoss, chanceShocks } = run.town.parameters
  if (group.purposeEnded || draw(run, 'purposeEnds', group.number) >= purposeRate * chanceShocks) return
  record(run, 'shock-struck', { group: group.number, object: 'purpose-ends', value: purposeLoss })
}

function reachable(run: Run, gone: ReadonlySet<Member>): Member[] {
  return presentIn(run).filter((member) => !gone.has(member))
}

/** Fair price ÷ price from which on a price is nobody's business. */
const FAIR = 0.87
/** Chance that somebody hears of an exposed price. */
const HEARS = 0.8

/** Members learn the fairest of the fair prices, and lose trust by how far it lies below. */
function decideExposure(run: Run, gone: ReadonlySet<Member>): void {
  const { priceEffect } = run.town.parameters
  const fairest = Math.min(1, ...run.town.offers.map(({ fairPrice }) => fairPrice))
  const cause = record(run, 'shock-struck', { object: 'price-exposed', value: fairest })
  if (fairest >= FAIR) return
  const loss = Math.min(1, priceEffect * 1.1 * cut(1.8 * (FAIR - fairest)))
  for (const member of reachable(run, gone)) {
    if (draw(run, 'exposure', member.person) >= HEARS) continue
    const who = { group: member.group, actor: member.person, cause }
    record(run, 'price-learned', who)
    const lost = member.trust * loss
    if (lost > 0) record(run, 'trust-changed', { ...who, object: 'price-exposed', value: -lost })
    const doubt = Math.min(1, 0.4 * priceEffect) * member.productTrust
    if (doubt > 0) record(run, 'product-trust-changed', { ...who, object: 'price-exposed', value: -doubt })
  }
}

/** The best known leaves: whom those present are tied to most, and of these who wrote most. */
function decideStar(run: Run, gone: Set<Member>): void {
  const cause = record(run, 'shock-struck', { object: 'star-leaves' })
  let star: Member | null = null
  let most = -1
  for (const member of reachable(run, gone)) {
    const known = fameOf(run, member) + 1e-6 * member.posts
    if (known > most) {
      star = member
      most = known
    }
  }
  if (star === null) return
  gone.add(star)
  recordDeparture(run, star, { because: 'background', chance: 1, cause })
}

/** How much those present are tied to somebody, others whom a shock of today takes away among them. */
function fameOf(run: Run, star: Member): number {
  const ties = presentIn(run).flatMap((member) => member.ties.filter(({ to }) => to === star))
  return ties.reduce((sum, { strength }) => sum + strength, 0)
}

/** The community moves to another tool, and not everybody comes along. */
function decideMigration(
  run: Run,
  { keeps, gone }: { readonly keeps: number; readonly gone: Set<Member> },
): void {
  const cause = record(run, 'shock-struck', { object: 'migrate', value: keeps })
  for (const member of reachable(run, gone)) {
    const ofMuted = member.mutedDay === null ? 1 : 0.55
    const comes = cut(keeps * ofMuted * (0.8 + 0.4 * member.belonging))
    if (draw(run, 'migration', member.person) < comes) continue
    gone.add(member)
    recordDeparture(run, member, { because: 'migration', chance: 1 - comes, cause })
  }
}

interface Blow {
  readonly because: Cause
  /** Chance that she was to leave. */
  readonly chance: number
  readonly cause: number
}

function recordDeparture(run: Run, { group, person: actor }: Member, { because, chance, cause }: Blow): void {
  const left = record(run, 'member-left', { group, actor, object: because, value: chance, cause })
  record(run, 'blame-shared', { group, actor, object: because, value: 1, cause: left })
}
