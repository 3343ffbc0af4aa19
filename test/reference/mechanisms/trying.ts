import type { Member } from '../reference-members.ts'
import { placeOf } from '../reference-numbers.ts'
import { daysSince, draw, record, type Run } from '../reference-run.ts'

/** Which orders are tried today, also by those who have left since, and what comes of it. */
export function decideTrying(run: Run): void {
  for (const member of run.members) {
    const { lastOrder, tried, orders } = member
    if (
      lastOrder === null ||
      daysSince(run, lastOrder.day) !== Math.round(run.town.parameters.experienceDays)
    )
      continue
    if (tried < orders) decideExperience(run, member, lastOrder)
  }
}

function decideExperience(run: Run, member: Member, order: NonNullable<Member['lastOrder']>): void {
  const { parameters } = run.town
  const { group, person: actor } = member
  const offer = placeOf(run.town.offers, order.offer)
  const about = { group, actor, object: order.offer }
  const gap = gapOf(run, member, order.offer)
  const cause = record(run, 'product-tried', { ...about, value: gap, cause: order.fact })
  if (gap === 0) return // exactly as promised: nothing to learn, nothing to tell
  decideChanges(run, member, { gap, cause })
  if (gap < 0 && draw(run, 'experience', actor, 1) < -1.5 * gap) {
    record(run, 'order-refunded', { ...about, value: offer.price, cause })
  }
  if (!member.hasLeft && draw(run, 'telling', actor) < parameters.tellingShare) {
    record(run, 'experience-told', { ...about, value: gap > 0 ? 1 : 0, cause })
  }
}

/** Quality as met, less what was promised. */
function gapOf(run: Run, { person }: Member, number: number): number {
  const { serviceEffect, qualityScatter, badBatch } = run.town.parameters
  const { quality, promise, standardisation } = placeOf(run.town.offers, number)
  const uneven = 1 + serviceEffect * Math.max(0, 1 - 2 * standardisation)
  const scatter = uneven * qualityScatter * (2 * draw(run, 'experience', person) - 1)
  return quality - (run.owner.badUntil > run.day ? badBatch : 0) + scatter - promise
}

/** What the product does to trust in it and in the owner, and, where it is good, to belonging. */
function decideChanges(
  run: Run,
  member: Member,
  { gap, cause }: { readonly gap: number; readonly cause: number },
): void {
  const { valuesEffect, valuesBreach, experienceBelonging } = run.town.parameters
  const { trust, productTrust, belonging } = member
  const breach = Math.max(0, 1 + valuesEffect * valuesBreach * (run.town.scenario.community.values - 0.5))
  const ofProduct =
    gap > 0 ? Math.min(1, 0.8 * gap + 0.1) * (1 - productTrust) : -Math.min(productTrust, -1.2 * gap)
  const ofOwner = gap > 0 ? 0.5 * gap * Math.max(0, 0.85 - trust) : -Math.min(trust, -0.9 * gap * breach)
  const closer =
    gap > 0 && !member.hasLeft ? experienceBelonging * Math.min(1, 0.3 + 3 * gap) * (1 - belonging) : 0
  const about = { group: member.group, actor: member.person, object: 'product', cause }
  if (ofProduct !== 0) record(run, 'product-trust-changed', { ...about, value: ofProduct })
  if (ofOwner !== 0) record(run, 'trust-changed', { ...about, value: ofOwner })
  if (closer > 0) record(run, 'belonging-changed', { ...about, value: closer })
}
