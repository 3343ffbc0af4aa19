import { effortOf, isAway } from '../reference-feed.ts'
import { NOBODY } from '../reference-facts.ts'
import { countOf, placeOf } from '../reference-numbers.ts'
import { purseOf, spend, type Purse } from '../reference-owner.ts'
import { draw, phaseOf, record, type Run } from '../reference-run.ts'
import { topicOf } from './posts.ts'

/** Hours that looking in takes, whatever is done. */
export const LOOKING_IN = 0.3
/** Numbers that a group has for its posts, and for its packets, of a day. */
const NUMBERS_A_GROUP = 1000

/** What the owner does this morning: posts, then ads, then packets, in all groups, from a drawn one on. */
export function decideOwnerWork(run: Run): void {
  if (isAway(run)) return
  const count = run.groups.length
  const first = Math.floor(count * draw(run, 'firstGroup', 0))
  const order = Array.from({ length: count }, (_, n) => (first + n) % count)
  const purse = purseOf(run.owner, run.town.scenario)
  const done = effortOf(run) * hoursShare(run)
  for (const group of order) decideContent(run, { group, done, purse })
  for (const group of order) decideAds(run, { group, purse })
  decidePackets(run, order, purse)
}

/** How many of something that is planned `perDay` times a day fall on today. */
function plannedToday(run: Run, perDay: number): number {
  return countOf(perDay, { from: phaseOf(run).from, day: run.day })
}

/** Hours that a post takes. */
export function hoursOfPost(run: Run): number {
  const { curationEffect, curatedSaving } = run.town.parameters
  const { quality, curated } = phaseOf(run).content
  return 0.45 * quality * (1 - curationEffect * curatedSaving * curated)
}

/** Share of the planned posts that fits into the day. */
function hoursShare(run: Run): number {
  const posts = plannedToday(run, phaseOf(run).content.perDay)
  const planned = (LOOKING_IN + posts * hoursOfPost(run)) * run.groups.length
  const { hoursPerDay } = run.town.scenario.owner
  return planned > hoursPerDay ? hoursPerDay / planned : 1
}

interface Work {
  readonly group: number
  readonly purse: Purse
}

function decideContent(run: Run, { group, done, purse }: Work & { readonly done: number }): void {
  const { perDay, quality, curated } = phaseOf(run).content
  const { contentCost, curationEffect, curatedSaving } = run.town.parameters
  const cost = contentCost * quality * quality * (1 - curationEffect * curatedSaving * curated)
  for (let n = 0; n < plannedToday(run, perDay); n++) {
    const post = group * NUMBERS_A_GROUP + n
    if (draw(run, 'effort', post) >= done || !spend(purse, cost)) continue
    const object = topicOf(run, post, group)
    const cause = record(run, 'content-posted', { group, actor: NOBODY, object, value: quality })
    if (cost > 0) record(run, 'cost-paid', { group, object: 'content', value: cost, cause })
  }
}

function decideAds(run: Run, { group, purse }: Work): void {
  const { from, ads } = phaseOf(run)
  const { adCost } = run.town.parameters
  const before = Math.floor((run.day - from) * ads.perDay)
  for (let n = 0; n < plannedToday(run, ads.perDay); n++) {
    if (!spend(purse, adCost)) return
    const object = offerOf(run, group, before + n)
    const cause = record(run, 'ad-posted', { group, object, value: ads.soft })
    if (adCost > 0) record(run, 'cost-paid', { group, object: 'ads', value: adCost, cause })
  }
}

/** The offer of the n-th ad of a phase: as planned, or in turn those that fit the group; −1 for none. */
function offerOf(run: Run, group: number, n: number): number {
  const { offer } = phaseOf(run).ads
  if (offer >= 0) return offer < run.town.offers.length ? offer : -1
  const { offers } = placeOf(run.town.groups, group)
  return offers.length === 0 ? -1 : placeOf(offers, n % offers.length)
}

/** Packets are easy to send: a tired owner still sends some. The first that cannot be paid is the last of the day. */
function decidePackets(run: Run, order: readonly number[], purse: Purse): void {
  const { perDay, amount, shares } = phaseOf(run).redPackets
  if (run.owner.hasStoppedPackets) return
  const done = 0.3 + 0.7 * effortOf(run)
  for (const group of order) {
    for (let n = 0; n < plannedToday(run, perDay); n++) {
      if (draw(run, 'sending', group * NUMBERS_A_GROUP + n) >= done) continue
      if (!spend(purse, amount)) return
      // Nobody takes less than a fen.
      const object = Math.min(shares, Math.round(amount * 100))
      const cause = record(run, 'packet-sent', { group, actor: NOBODY, object, value: amount })
      record(run, 'cost-paid', { group, object: 'packets', value: amount, cause })
    }
  }
}
