import { BOOK, MARK, MARKS, ownerNet, OWNER_LEVEL, type World } from '../model/world.ts'
import { takeCensus, WEEK, type Census } from './census.ts'
import { METRIC_NAMES, type MetricName } from './metric.ts'
import { allOfWeek, crossBuyersOf, TALLY, tallyOfWeek, type Tally } from './tally.ts'

/** Everything that a metric may look at. */
export interface View {
  readonly world: World
  readonly census: Census
  readonly tally: Tally
}

/** One metric: unit, the formula in words, and the formula. */
export interface Metric {
  readonly unit: 'people' | 'share' | 'score' | 'CNY' | 'hours' | 'messages/day' | 'count'
  readonly says: string
  readonly value: (view: View) => number | null
}

/** 0 ÷ 0 is null: nothing can be said. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function revenue({ world }: View): number {
  return ((world.books[BOOK.revenue] as number) - (world.books[BOOK.refunded] as number)) / 100
}

/** Revenue without what people paid to join. */
function revenueOfOrders(view: View): number {
  return revenue(view) - (view.world.books[BOOK.fees] as number) / 100
}

/** Days that all who ever joined have spent in the group. */
function memberDays({ marks, seats, day }: World): number {
  let sum = 0
  for (let seat = 0; seat < seats; seat++) {
    const left = marks[seat * MARKS + MARK.leftDay] as number
    sum += (left < 0 ? day : left + 1) - (marks[seat * MARKS + MARK.joinedDay] as number)
  }
  return sum
}

function onTopicOfWeek({ tally, world }: View): number {
  return (
    tallyOfWeek(tally, world.day, TALLY.ownerOnTopic) +
    tallyOfWeek(tally, world.day, TALLY.memberOnTopic) +
    tallyOfWeek(tally, world.day, TALLY.helperOnTopic)
  )
}

/** Those of members without a role. */
function memberMessages({ tally, world }: View): number {
  return (
    tallyOfWeek(tally, world.day, TALLY.memberOnTopic) + tallyOfWeek(tally, world.day, TALLY.memberOffTopic)
  )
}

/** The metrics of contracts §4, each defined once. Owner and staff are left out; money is CNY. */
export const METRICS: Readonly<Record<MetricName, Metric>> = {
  members: { unit: 'people', says: 'members present', value: ({ census }) => census.members },
  joined: { unit: 'people', says: 'members ever', value: ({ census }) => census.joined },
  left: { unit: 'people', says: 'left of their own will', value: ({ census }) => census.left },
  removed: { unit: 'people', says: 'removed by a moderator', value: ({ census }) => census.removed },
  readers: { unit: 'people', says: 'opened in the last 7 days', value: ({ census }) => census.readers },
  readRate: {
    unit: 'share',
    says: 'readers ÷ members',
    value: ({ census }) => share(census.readers, census.members),
  },
  muted: { unit: 'people', says: 'present with notifications off', value: ({ census }) => census.muted },
  zombies: { unit: 'people', says: 'present, not opened for 30 days', value: ({ census }) => census.zombies },
  buyers: {
    unit: 'people',
    says: 'with an order that was not refunded',
    value: ({ census }) => census.buyers,
  },
  fans: {
    unit: 'people',
    says: 'T ≥ 0.7, B ≥ 0.6 and two orders or two accepted invitations',
    value: ({ census }) => census.fans,
  },
  muteRate: {
    unit: 'share',
    says: 'muted ÷ joined',
    value: ({ census }) => share(census.muted, census.joined),
  },
  zombieRate: {
    unit: 'share',
    says: 'zombies ÷ joined',
    value: ({ census }) => share(census.zombies, census.joined),
  },
  leaveRate: {
    unit: 'share',
    says: 'left ÷ joined',
    value: ({ census }) => share(census.left, census.joined),
  },
  conversionRate: {
    unit: 'share',
    says: 'buyers ÷ joined',
    value: ({ census }) => share(census.buyers, census.joined),
  },
  repurchaseRate: {
    unit: 'share',
    says: 'buyers with two orders or more ÷ buyers',
    value: ({ census }) => share(census.repeatBuyers, census.buyers),
  },
  weeklySpeakingRate: {
    unit: 'share',
    says: 'posters of the last 7 days ÷ members',
    value: ({ census }) => share(census.posters, census.members),
  },
  onTopicShare: {
    unit: 'share',
    says: 'messages on topic ÷ all messages, last 7 days',
    value: (view) => share(onTopicOfWeek(view), allOfWeek(view.tally, view.world.day)),
  },
  selfRunShare: {
    unit: 'share',
    says: 'messages of members without a role ÷ all messages, last 7 days',
    value: (view) => share(memberMessages(view), allOfWeek(view.tally, view.world.day)),
  },
  messagesPerDay: {
    unit: 'messages/day',
    says: 'all messages a day, last 7 days',
    value: ({ tally, world }) => share(allOfWeek(tally, world.day), Math.min(WEEK, world.day)),
  },
  adShare: {
    unit: 'share',
    says: 'ads ÷ all messages, last 7 days',
    value: ({ tally, world }) => share(tallyOfWeek(tally, world.day, TALLY.ads), allOfWeek(tally, world.day)),
  },
  meanTrust: {
    unit: 'score',
    says: 'mean trust of members present',
    value: ({ census }) => share(census.trust, census.members),
  },
  meanBelonging: {
    unit: 'score',
    says: 'mean belonging of members present',
    value: ({ census }) => share(census.belonging, census.members),
  },
  meanValue: {
    unit: 'score',
    says: 'mean expected value of members present',
    value: ({ census }) => share(census.value, census.members),
  },
  meanFatigue: {
    unit: 'score',
    says: 'mean ad fatigue of members present',
    value: ({ census }) => share(census.fatigue, census.members),
  },
  tiesPerMember: {
    unit: 'count',
    says: 'ties of at least 0.1 to others present, a member',
    value: ({ census }) => share(census.ties, census.members),
  },
  revenue: {
    unit: 'CNY',
    says: 'orders net of refunds, and fees for joining, cumulative',
    value: revenue,
  },
  ownerNet: {
    unit: 'CNY',
    says: 'revenue − goods, content, packets, events, rewards',
    value: ({ world }) => ownerNet(world),
  },
  ownerHours: {
    unit: 'hours',
    says: 'hours worked, cumulative',
    value: ({ world }) => world.books[BOOK.hours] as number,
  },
  ownerEnergy: {
    unit: 'score',
    says: 'energy of the owner',
    value: ({ world }) => world.ownerLevels[OWNER_LEVEL.energy] as number,
  },
  averageOrderValue: {
    unit: 'CNY',
    says: 'revenue without fees ÷ orders that were not refunded',
    value: (view) => share(revenueOfOrders(view), view.census.orders),
  },
  invitationsPerMember: {
    unit: 'count',
    says: 'invitations sent ÷ joined',
    value: ({ census }) => share(census.invited, census.joined),
  },
  acceptedPerMemberMonth: {
    unit: 'count',
    says: 'invitations accepted ÷ months (30 days) that members spent in the group',
    value: ({ census, world }) => share(census.accepted, memberDays(world) / 30),
  },
  memberShare: {
    unit: 'share',
    says: 'messages of members, with a role or without ÷ all messages, last 7 days',
    value: (view) =>
      share(
        memberMessages(view) +
          tallyOfWeek(view.tally, view.world.day, TALLY.helperOnTopic) +
          tallyOfWeek(view.tally, view.world.day, TALLY.helperOffTopic),
        allOfWeek(view.tally, view.world.day),
      ),
  },
  needsMet: {
    unit: 'count',
    says: 'how many of the six needs are met, mean of members present',
    value: ({ census }) => share(census.needsMet, census.members),
  },
  memberTrust: {
    unit: 'score',
    says: 'mean trust of members present in the other members',
    value: ({ census }) => share(census.memberTrust, census.members),
  },
  productTrust: {
    unit: 'score',
    says: 'mean trust of members present in the product',
    value: ({ census }) => share(census.productTrust, census.members),
  },
  buyersTrust: {
    unit: 'score',
    says: 'mean trust of buyers present in the owner',
    value: ({ census }) => share(census.buyersTrust, census.buyersPresent),
  },
  checkInRate: {
    unit: 'share',
    says: 'kept checking in for 30 days ÷ began to at least 30 days ago',
    value: ({ census }) => share(census.keptCheckingIn, census.checkersIn),
  },
  helpers: {
    unit: 'people',
    says: 'present with a role in running the group',
    value: ({ census }) => census.helpers,
  },
  crossBuyingRate: {
    unit: 'share',
    says: 'ordered and kept two different goods or more ÷ joined',
    value: ({ census, tally }) => share(crossBuyersOf(tally), census.joined),
  },
}

/** All metrics after `world.day` whole days. */
export function measure(
  world: World,
  tally: Tally,
  census: Census = takeCensus(world),
): Record<MetricName, number | null> {
  const view = { world, census, tally }
  return Object.fromEntries(METRIC_NAMES.map((name) => [name, METRICS[name].value(view)])) as Record<
    MetricName,
    number | null
  >
}
