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

/** One metric: its unit and its formula; metric-words.ts has the formula in words. */
export interface Metric {
  readonly unit: 'people' | 'share' | 'score' | 'CNY' | 'hours' | 'messages/day' | 'count'
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
  members: { unit: 'people', value: ({ census }) => census.members },
  joined: { unit: 'people', value: ({ census }) => census.joined },
  left: { unit: 'people', value: ({ census }) => census.left },
  removed: { unit: 'people', value: ({ census }) => census.removed },
  readers: { unit: 'people', value: ({ census }) => census.readers },
  readRate: {
    unit: 'share',
    value: ({ census }) => share(census.readers, census.members),
  },
  muted: { unit: 'people', value: ({ census }) => census.muted },
  zombies: { unit: 'people', value: ({ census }) => census.zombies },
  buyers: {
    unit: 'people',
    value: ({ census }) => census.buyers,
  },
  fans: {
    unit: 'people',
    value: ({ census }) => census.fans,
  },
  muteRate: {
    unit: 'share',
    value: ({ census }) => share(census.muted, census.joined),
  },
  zombieRate: {
    unit: 'share',
    value: ({ census }) => share(census.zombies, census.joined),
  },
  leaveRate: {
    unit: 'share',
    value: ({ census }) => share(census.left, census.joined),
  },
  conversionRate: {
    unit: 'share',
    value: ({ census }) => share(census.buyers, census.joined),
  },
  repurchaseRate: {
    unit: 'share',
    value: ({ census }) => share(census.repeatBuyers, census.buyers),
  },
  weeklySpeakingRate: {
    unit: 'share',
    value: ({ census }) => share(census.posters, census.members),
  },
  onTopicShare: {
    unit: 'share',
    value: (view) => share(onTopicOfWeek(view), allOfWeek(view.tally, view.world.day)),
  },
  selfRunShare: {
    unit: 'share',
    value: (view) => share(memberMessages(view), allOfWeek(view.tally, view.world.day)),
  },
  messagesPerDay: {
    unit: 'messages/day',
    value: ({ tally, world }) => share(allOfWeek(tally, world.day), Math.min(WEEK, world.day)),
  },
  adShare: {
    unit: 'share',
    value: ({ tally, world }) => share(tallyOfWeek(tally, world.day, TALLY.ads), allOfWeek(tally, world.day)),
  },
  meanTrust: {
    unit: 'score',
    value: ({ census }) => share(census.trust, census.members),
  },
  meanBelonging: {
    unit: 'score',
    value: ({ census }) => share(census.belonging, census.members),
  },
  meanValue: {
    unit: 'score',
    value: ({ census }) => share(census.value, census.members),
  },
  meanFatigue: {
    unit: 'score',
    value: ({ census }) => share(census.fatigue, census.members),
  },
  tiesPerMember: {
    unit: 'count',
    value: ({ census }) => share(census.ties, census.members),
  },
  revenue: {
    unit: 'CNY',
    value: revenue,
  },
  ownerNet: {
    unit: 'CNY',
    value: ({ world }) => ownerNet(world),
  },
  ownerHours: {
    unit: 'hours',
    value: ({ world }) => world.books[BOOK.hours] as number,
  },
  ownerEnergy: {
    unit: 'score',
    value: ({ world }) => world.ownerLevels[OWNER_LEVEL.energy] as number,
  },
  averageOrderValue: {
    unit: 'CNY',
    value: (view) => share(revenueOfOrders(view), view.census.orders),
  },
  invitationsPerMember: {
    unit: 'count',
    value: ({ census }) => share(census.invited, census.joined),
  },
  acceptedPerMemberMonth: {
    unit: 'count',
    value: ({ census, world }) => share(census.accepted, memberDays(world) / 30),
  },
  memberShare: {
    unit: 'share',
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
    value: ({ census }) => share(census.needsMet, census.members),
  },
  memberTrust: {
    unit: 'score',
    value: ({ census }) => share(census.memberTrust, census.members),
  },
  productTrust: {
    unit: 'score',
    value: ({ census }) => share(census.productTrust, census.members),
  },
  buyersTrust: {
    unit: 'score',
    value: ({ census }) => share(census.buyersTrust, census.buyersPresent),
  },
  checkInRate: {
    unit: 'share',
    value: ({ census }) => share(census.keptCheckingIn, census.checkersIn),
  },
  helpers: {
    unit: 'people',
    value: ({ census }) => census.helpers,
  },
  crossBuyingRate: {
    unit: 'share',
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
