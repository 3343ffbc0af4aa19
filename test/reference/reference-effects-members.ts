import { SOURCES } from '../../sim/model/causes.ts'
import { invariant } from '../../sim/model/invariant.ts'
import { NEEDS } from '../../sim/model/needs.ts'
import { NOBODY, type NamedFact } from './reference-facts.ts'
import type { Group } from './reference-groups.ts'
import { add, countNeeds, newMember, STOCKS, valueOf, type Member, type Stock } from './reference-members.ts'
import { stored } from './reference-numbers.ts'
import { traitsOf } from './reference-people.ts'
import { groupNamed, groupOf, memberOf, type Run } from './reference-run.ts'

// What facts do to members, and to what a group knows of their talk.

export function join(run: Run, fact: NamedFact): void {
  const source = SOURCES.find((name) => name === fact.object)
  invariant(source !== undefined, `a newcomer must come from a known source, got ${fact.object}`)
  const { actor: person, group, value: trust } = fact
  const traits = traitsOf(run.town, person, group)
  const member = newMember(run.town.parameters, { person, group, source, day: run.day, trust, traits })
  run.members.push(member)
  groupOf(run, member).members += 1
}

/** Which stock a cause moves, where it is not called alike. */
const STOCK_OF_CAUSE: Readonly<Record<string, Stock>> = {
  'soft-ads': 'softAds',
  'hard-ads': 'hardAds',
  meeting: 'company',
  favours: 'company',
  'check-ins': 'company',
  tasks: 'quarrel',
}

export function stockOf(cause: string | number): Stock {
  const stock = STOCK_OF_CAUSE[cause] ?? STOCKS.find((name) => name === cause)
  invariant(stock !== undefined, `value must be moved by a cause that has a stock, got ${cause}`)
  return stock
}

/** What was expected gives way, and what was felt so far binds. The facts that follow add what was read. */
export function readFeed(run: Run, { actor, value: weight }: NamedFact): void {
  const member = memberOf(run, actor)
  const { parameters, scenario } = run.town
  const { tieEffect, helpValue, belongingOfValues, belongingRate, habitRate } = parameters
  const bond =
    tieEffect * member.connected +
    0.5 * helpValue * member.help +
    belongingOfValues * scenario.community.values * valueOf(member)
  add(member, 'belonging', Math.min(1, belongingRate * bond) * (1 - member.belonging))
  for (const stock of STOCKS) member[stock] = stored(member[stock] * (1 - weight))
  add(member, 'habit', habitRate * (1 - member.habit))
  member.help = stored(member.help * 0.5)
  member.openedDay = run.day
  const { today } = groupOf(run, member)
  today.openers += 1
  if (member.isHelper) today.helpers += 1
  if (member.isFigure) today.figures += 1
}

export function changeNeed(run: Run, { actor, object, value }: NamedFact): void {
  const need = NEEDS.find((name) => name === object)
  invariant(need !== undefined, `a need must be one of the six, got ${object}`)
  const member = memberOf(run, actor)
  add(member, need, value)
  countNeeds(member, run.town.parameters)
}

/** Posters that a group remembers. */
const POSTERS = 40

export function postMessage(run: Run, fact: NamedFact): void {
  const member = memberOf(run, fact.actor)
  member.postedDay = run.day
  member.posts += 1
  const group = groupNamed(run, fact)
  group.messageFact = fact.seq
  countMessage(group, fact)
  group.posters[group.posts % POSTERS] = member.person
  group.posts += 1
}

function countMessage({ today }: Group, { value }: NamedFact): void {
  if (value > 0) today.onTopic += 1
  else today.offTopic += 1
}

export function giveReply(run: Run, fact: NamedFact): void {
  const asker = memberOf(run, Number(fact.object))
  const { helpPerReply, memberTrustPerReply } = run.town.parameters
  learnAnswered(asker, 1)
  if (fact.value > 0) add(asker, 'help', helpPerReply)
  const group = groupNamed(run, fact)
  if (fact.actor === NOBODY) {
    group.today.ownAnswers += 1
    return
  }
  const helper = memberOf(run, fact.actor)
  helper.postedDay = run.day
  rememberHelp(run, helper)
  add(asker, 'memberTrust', memberTrustPerReply * (1 - asker.memberTrust))
  countMessage(group, fact)
}

/** The share of her posts that get an answer: her last one counts 1 ÷ (1 + posts ÷ 2). */
export function learnAnswered(member: Member, outcome: number): void {
  const step = 1 / (1 + member.posts / 2)
  add(member, 'answered', step * (outcome - member.answered))
}

export function rememberHelp({ town }: Run, member: Member): void {
  add(member, 'helped', town.parameters.helpedStep * (1 - member.helped))
}

export function checkIn(run: Run, fact: NamedFact): void {
  const member = memberOf(run, fact.actor)
  member.checkedDay = run.day
  member.postedDay = run.day
  groupNamed(run, fact).today.onTopic += 1
}

/** Whom she knew sees her go. */
export function leave(run: Run, { actor }: NamedFact): void {
  const member = memberOf(run, actor)
  vacate(run, member)
  for (const { to, strength } of member.ties) add(to, 'exposure', strength * (1 - to.exposure))
}

export function vacate(run: Run, member: Member): void {
  member.hasLeft = true
  const group = groupOf(run, member)
  group.members -= 1
  if (member.isHelper) group.helpers -= 1
  if (member.isFigure) group.figures -= 1
}

export function giveRole(run: Run, { actor, object }: NamedFact): void {
  const member = memberOf(run, actor)
  const group = groupOf(run, member)
  if (object === 'helper') {
    member.isHelper = true
    group.helpers += 1
  } else {
    member.isFigure = true
    group.figures += 1
  }
}
