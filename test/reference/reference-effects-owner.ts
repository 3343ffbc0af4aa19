import { COSTS } from '../../sim/model/causes.ts'
import { invariant } from '../../sim/model/invariant.ts'
import { NOBODY, type NamedFact } from './reference-facts.ts'
import { placeOf, stored } from './reference-numbers.ts'
import { traitsOf } from './reference-people.ts'
import { groupNamed, groupOf, memberOf, type Run } from './reference-run.ts'
import { townOf } from './reference-town.ts'

// What facts do to what the owner posts and sells, to the books, and to what the owner believes.

export function postContent(run: Run, fact: NamedFact): void {
  const group = groupNamed(run, fact)
  group.contentFact = fact.seq
  group.today.items += 1
  if (fact.actor !== NOBODY) group.today.memberItems += 1
  if (fact.object === -1) {
    group.today.offItems += 1
    return
  }
  const topic = placeOf(group.today.topics, Number(fact.object))
  topic.posts += 1
  topic.quality = stored(topic.quality + fact.value)
}

export function postAd(run: Run, fact: NamedFact): void {
  const group = groupNamed(run, fact)
  group.adFact = fact.seq
  group.today.ads += 1
  const { offers } = group.today
  const offer = placeOf(offers, fact.object === -1 ? offers.length - 1 : Number(fact.object))
  offer.ads += 1
  offer.softness = stored(offer.softness + fact.value)
}

export function sendPacket(run: Run, fact: NamedFact): void {
  if (fact.actor !== NOBODY) return // a member's gift is opened on the spot
  const group = groupNamed(run, fact)
  group.today.packets += 1
  group.today.packetFen += fen(fact.value)
  group.packetFact = fact.seq
}

export function holdMeeting(run: Run, fact: NamedFact): void {
  const group = groupNamed(run, fact)
  if (group.meetingDay !== null && group.meetingDay < run.day) group.meetingGap = run.day - group.meetingDay
  group.meetingDay = run.day
  group.today.meetings += 1
}

export function placeOrder(run: Run, fact: NamedFact): void {
  const member = memberOf(run, fact.actor)
  const group = groupOf(run, member)
  const offer = Number(fact.object)
  member.orders += 1
  member.lastOrder = { day: run.day, offer, fact: fact.seq }
  group.today.orders += 1
  group.lastOrder = { offer, fact: fact.seq }
  run.owner.revenue += fen(fact.value)
  run.owner.today += fen(fact.value)
}

export function payCost({ owner }: Run, { object, value }: NamedFact): void {
  const cost = COSTS.find((name) => name === object)
  invariant(cost !== undefined, `a cost must be of a known sort, got ${object}`)
  owner.costs[cost] += fen(value)
  owner.today -= fen(value)
}

export function fen(cny: number): number {
  return Math.round(cny * 100)
}

export function strike(run: Run, fact: NamedFact): void {
  const { owner, day } = run
  const until = day + fact.value
  switch (fact.object) {
    case 'owner-absent':
    case 'owner-ill':
      owner.awayUntil = Math.max(owner.awayUntil, until)
      return
    case 'holiday':
      owner.holidayUntil = until
      return
    case 'bad-batch':
      owner.badUntil = until
      return
    case 'packets-stop':
      owner.hasStoppedPackets = true
      return
    case 'rival-opens':
      owner.rival = fact.value
      return
    case 'purpose-ends':
      groupNamed(run, fact).purposeEnded = true
  }
}

export function believe({ owner }: Run, topic: number, step: number): void {
  owner.beliefs = owner.beliefs.map((belief, other) => {
    const left = stored(belief * (1 - step))
    return other === topic ? stored(left + step) : left
  })
}

/** Another stage, or another focus: the town is another one, and its people are drawn anew under its rules. */
export function followRules(run: Run): void {
  const { scenario } = placeOf(run.stages, run.owner.stage)
  run.town = townOf(scenario, run.seed, run.owner.turnedTo)
  for (const member of run.members) member.traits = traitsOf(run.town, member.person, member.group)
}
