// The owner works to plan, as far as energy, hours and cash last: useful posts and ads (R10; S06). A tired owner
// skips posts but goes on advertising, which costs no effort; an owner who is away does neither.
// Simplified: one plan for all groups of an owner; the day's hours are shared out evenly over its posts.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { COST } from '../../model/causes.ts'
import { countOn } from '../../scenario/fraction.ts'
import type { Phase } from '../../scenario/scenario.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { createPurse, spendToday, type Purse } from '../purse.ts'
import { isOwnerAway, ownerEffort, phaseToday, type Simulation } from '../simulation.ts'
import type { GroupPositioning, Town } from '../town.ts'
import { hoursPlanned } from './owner-ledger.ts'
import { decidePackets } from './packets.ts'

const OWNER = -1

/** What the owner posts today. */
export function decideOwnerWork(simulation: Simulation): void {
  if (isOwnerAway(simulation)) return
  const phase = phaseToday(simulation)
  const done = ownerEffort(simulation) * hoursShare(simulation, phase)
  const purse = createPurse(simulation)
  const { world, town } = simulation
  const { groups } = world.setting
  // Where the day begins is a draw: when cash runs short, no group is the last one every day.
  const first = Math.floor(groups * uniform(town.dice, PURPOSE.firstGroup, 0, world.day))
  const order = Array.from({ length: groups }, (_, n) => (first + n) % groups)
  // Posts first: what is left may be spent on ads.
  for (const group of order) decideContent(simulation, { phase, group, done, purse })
  for (const group of order) decideAds(simulation, { phase, group, done, purse })
  decidePackets(simulation, { order, purse })
}

/** Share of the planned work that fits into the day: 1, or less when the plan asks for more hours than there are. */
function hoursShare({ town, world }: Simulation, phase: Phase): number {
  const planned =
    hoursPlanned(phase, countOn(world.day, phase.from, phase.content.perDay), town.parameters) *
    world.setting.groups
  return planned > town.scenario.owner.hoursPerDay ? town.scenario.owner.hoursPerDay / planned : 1
}

interface Work {
  readonly phase: Phase
  readonly group: number
  /** Chance that a planned post is made, 0–1. */
  readonly done: number
  /** CNY that can still be spent today. */
  readonly purse: Purse
}

function decideContent({ town, world, rows }: Simulation, { phase, group, done, purse }: Work): void {
  const { quality, curated } = phase.content
  const { contentCost, curationEffect, curatedSaving } = town.parameters
  const cost = contentCost * quality * quality * (1 - curationEffect * curatedSaving * curated)
  const planned = countOn(world.day, phase.from, phase.content.perDay)
  for (let item = 0; item < planned; item++) {
    // Each planned post has its own draw, numbered over all groups so that none is used twice.
    const number = group * 1000 + item
    if (uniform(town.dice, PURPOSE.effort, number, world.day) >= done) continue
    if (!spendToday(purse, cost)) continue
    const topic = drawTopic(town, phase, { group, number, day: world.day })
    const fact = record(rows, KIND['content-posted'], group, OWNER, topic, quality, -1)
    if (cost > 0) record(rows, KIND['cost-paid'], group, OWNER, COST.content, cost, fact)
  }
}

/** A post that is due. */
interface PlannedPost {
  readonly group: number
  /** Its number of today, over all groups. */
  readonly number: number
  readonly day: number
}

/** Topic of a post: as planned, else drawn from the focus; −1 when it is off topic. */
export function drawTopic(town: Town, phase: Phase, { group, number, day }: PlannedPost): number {
  const { focus } = town.about[group] as GroupPositioning
  if (uniform(town.dice, PURPOSE.topic, number, day) >= phase.content.onTopic) return -1
  if (phase.content.topic !== null) return town.topics.indexOf(phase.content.topic)
  const u = uniform(town.dice, PURPOSE.topic, number, day, 1)
  let sum = 0
  let last = 0
  for (let topic = 0; topic < town.topics.length; topic++) {
    const share = focus[topic] as number
    if (share === 0) continue
    sum += share
    last = topic
    if (u < sum) return topic
  }
  return last // rounding may leave the sum a hair below 1
}

function decideAds({ town, world, rows }: Simulation, { phase, group, purse }: Work): void {
  const { perDay, soft } = phase.ads
  const planned = countOn(world.day, phase.from, perDay)
  const { adCost } = town.parameters
  for (let ad = 0; ad < planned; ad++) {
    if (!spendToday(purse, adCost)) return
    const before = Math.floor((world.day - phase.from) * perDay)
    const offer = offerOf(town, phase, { group, number: before + ad })
    const fact = record(rows, KIND['ad-posted'], group, OWNER, offer, soft, -1)
    if (adCost > 0) record(rows, KIND['cost-paid'], group, OWNER, COST.ads, adCost, fact)
  }
}

/** The offer that an ad is for: the one planned, or in turn those that fit what the group is about; −1 for none. */
function offerOf(
  town: Town,
  { ads }: Phase,
  { group, number }: { readonly group: number; readonly number: number },
): number {
  if (ads.offer >= 0) return ads.offer < town.offers.length ? ads.offer : -1
  const { offers } = town.about[group] as GroupPositioning
  return offers.length === 0 ? -1 : (offers[number % offers.length] as number)
}
