// The state of a run, as columns. `apply` is its only writer; everything here is restored by folding a log.

/**
 * Scores of a member, one record of LEVELS numbers (f32) a seat. The first nine are the stocks that expected
 * value V is the sum of, one a cause, so that "why is it low" is an account and not a guess.
 */
export const LEVEL = {
  expectation: 0, // hoped for at joining
  content: 1, // useful posts
  company: 2, // talk, help, peers
  softAds: 3, // useful ads
  hardAds: 4, // ≤ 0: what hard ads cost
  chatter: 5, // ≤ 0: what off-topic talk costs
  overload: 6, // ≤ 0: what too much to read costs
  quarrel: 7, // ≤ 0: what a quarrel, or being made to do things, costs
  packets: 8, // joy of red packets, less the want of them
  trust: 9, // T: trust in the owner, 0–1
  fatigue: 10, // F: ad fatigue, 0–1, fast
  label: 11, // L: seen as commercial, 0–1, slow
  belonging: 12, // B, 0–1
  productTrust: 13, // Tp, 0–1
  habit: 14, // of opening, 0–1
  help: 15, // help received lately
  answered: 16, // share of own posts that get an answer, as learned
  windfall: 17, // R: habit of red packets, 0–1
  connected: 18, // ties to members who wrote lately, saturated, 0–1; as of yesterday's close
  held: 19, // ties to members present, saturated, 0–1; as of yesterday's close
  memberTrust: 20, // Tm: trust in the other members, 0–1
  exposure: 21, // ties lost to people who left lately, 0–1
  helped: 22, // help given to others lately, 0–1
  needsMet: 23, // how many of the six needs are met, 0–6
  certainty: 24, // the six needs (E26), each 0–1, in the order of NEEDS
  variety: 25,
  significance: 26,
  connection: 27,
  growth: 28,
  contribution: 29,
} as const
export const LEVELS = 30
export const VALUE_STOCKS = 9

/** Ties that a member can have: whom she knows best. */
export const TIES = 6

/** Whole-number facts of a member, MARKS a seat. Days are −1 until they happen. */
export const MARK = {
  person: 0,
  group: 1,
  joinedDay: 2,
  openedDay: 3,
  postedDay: 4,
  posts: 5,
  orders: 6,
  refunds: 7,
  orderedDay: 8,
  flags: 9,
  mutedDay: 10,
  leftDay: 11,
  source: 12,
  orderFact: 13, // seq of the last order, the cause of what follows from it
  orderedOffer: 14,
  tried: 15, // orders that have been tried
  invited: 16, // invitations sent, and how many of them brought somebody
  accepted: 17,
  invitedDay: 18, // of the last invitation
  meetings: 19, // attended
  checkInFrom: 20, // first check-in
  checkedDay: 21, // last check-in
} as const
export const MARKS = 22

/** Bits of MARK.flags. */
export const MUTED = 1
export const LEFT = 2
/** Knows that the price is too high. */
export const KNOWS_PRICE = 4
/** Helps to run the group. */
export const HELPER = 8
/** A figure whom people come for, besides the owner. */
export const FIGURE = 16
/** Was removed by a moderator (and has therefore left). */
export const REMOVED = 32
/** Gave checking in up. */
export const GAVE_UP = 64

/** Whole-number facts of a group, GROUP_MARKS each. */
export const GROUP_MARK = {
  members: 0, // present
  items: 1, // owner's posts today
  offItems: 2, // … of them off topic
  ads: 3, // today
  onTopic: 4, // members' messages today
  offTopic: 5,
  onTopicYesterday: 6,
  offTopicYesterday: 7,
  openers: 8, // today
  openersYesterday: 9,
  orders: 10, // today
  ordersYesterday: 11,
  contentFact: 12, // seq of the latest post, ad and message: the causes of what readers feel
  adFact: 13,
  messageFact: 14,
  posterCount: 15, // posters remembered, and where the next one goes
  posterNext: 16,
  purposeEnded: 17, // 1 after what people came for has ended
  ownAnswers: 18, // given by the owner today
  ordersBefore: 19, // on the day before yesterday
  intruders: 20, // ads of outsiders today
  intruderFact: 21, // seq of the latest of them, and of the owner's latest packet
  packetFact: 22,
  packets: 23, // of the owner today
  packetFen: 24, // money in them
  meetings: 25, // held today
  helpers: 26, // members present with a role, and those of them who opened today
  helpersToday: 27,
  figures: 28, // figures present, and those of them who opened today
  figuresToday: 29,
  memberItems: 30, // posts of figures today; they are among the items
  orderedOffer: 31, // offer of the latest order + 1 (0: none), and its seq
  orderFact: 32,
  meetingDay: 33, // day of the latest meeting (−1: none), and days between it and the one before (0: none)
  meetingGap: 34,
  removed: 35, // by a moderator, ever
} as const
export const GROUP_MARKS = 36

/** Posters that a group remembers: who might answer. */
export const POSTERS = 40

/**
 * Slowly changing scores of a group (f32): cases told by content buyers, warnings by others, spam seen lately, posts a
 * day and helpers who look in a day, both smoothed.
 */
export const GROUP_LEVEL = { good: 0, bad: 1, spam: 2, items: 3, helpers: 4 } as const
export const GROUP_LEVELS = 5

/** Owner's scores (f32): energy and margin; the pull of a rival (0–1). */
export const OWNER_LEVEL = { energy: 0, margin: 1, rival: 2 } as const
export const OWNER_LEVELS = 3
/**
 * Owner's whole-number facts: away and holiday until (exclusive) a day; phase of the plan; tired; stage of a branch;
 * packets stopped for good; a bad batch until a day; the need that was found (topic + 1) and since when; the topic (+ 1)
 * to which the positioning has moved.
 */
export const OWNER_MARK = {
  awayUntil: 0,
  holidayUntil: 1,
  phase: 2,
  isTired: 3,
  experiences: 4,
  stage: 5,
  packetsStopped: 6,
  badUntil: 7,
  found: 8,
  foundDay: 9,
  pivot: 10,
} as const
export const OWNER_MARKS = 11
/**
 * Owner's books (f64): money in fen (0.01 CNY, whole numbers), hours. Fees are part of the revenue. `costs` starts a row
 * of COSTS.
 */
export const BOOK = { revenue: 0, refunded: 1, hours: 2, today: 3, hoursToday: 4, fees: 5, costs: 6 } as const
export const BOOKS = 12

/** What `apply` needs to know besides the rows; all of it stands in the header of a log. */
export interface WorldSetting {
  readonly people: number
  readonly groups: number
  readonly topics: number
  readonly offers: number
  readonly energy: number
  /** What the owner believes that members need before hearing anything: the positioning. Adds up to 1. */
  readonly focus: readonly number[]
  readonly rules: DayRules
}

/** Factors that `apply` uses by itself, a day or an opening at a time. */
export interface DayRules {
  readonly habitAtJoining: number
  readonly answeredAtJoining: number
  readonly productTrustAtJoining: number
  readonly habitRate: number
  readonly valueFadingUnread: number
  readonly valueFadingSilent: number
  readonly fatigueDecay: number
  readonly labelDecay: number
  readonly belongingDecay: number
  /** Belonging from an opening: rate × (help × bondOfHelp + value × bondOfValues), towards 1. */
  readonly belongingRate: number
  readonly bondOfHelp: number
  readonly bondOfValues: number
  readonly productTrustRate: number
  readonly productTrustShare: number
  readonly helpPerReply: number
  readonly caseFading: number
  readonly warningFading: number
  readonly windfallFading: number
  /** Weight of ties in that bond, and their decay on days on which she did and did not open. */
  readonly bondOfTies: number
  readonly tieFadingOpened: number
  readonly tieFading: number
  /** Ties at which a member is half as connected, and half as held, as possible. */
  readonly connectedHalf: number
  readonly heldHalf: number
  /** Trust in the other members that friends of somebody, and others, bring along; its step at a reply by a member. */
  readonly memberTrustOfFriends: number
  readonly memberTrustOfStrangers: number
  readonly memberTrustPerReply: number
  /** Fading of the memory of who left, and of help given; the step of the latter at each help. */
  readonly exposureFading: number
  readonly helpedFading: number
  readonly helpedStep: number
  /** Each need at joining; the score from which a need begins to be met, and how far it is from there to met. */
  readonly needsAtJoining: number
  readonly needFrom: number
  readonly needSpan: number
  /** How fast the owner’s belief follows what is heard. */
  readonly hearing: number
}

export interface World {
  /** The setting of the current stage, and those of the stages that are still to come in a branch. */
  setting: WorldSetting
  readonly later: readonly WorldSetting[]
  /** Whole days that have passed. */
  day: number
  /** Members ever; seat = order of joining. */
  seats: number
  levels: Float32Array
  marks: Int32Array
  /** TIES a seat: seat of the other + 1 (0: none), and how strong the tie is, 0–1. */
  ties: Int32Array
  tieStrengths: Float32Array
  /** Seat of each person, −1 for none. Derived from the marks, so not part of the digest. */
  readonly seatOf: Int32Array
  readonly groupMarks: Int32Array
  readonly groupLevels: Float32Array
  /** Person numbers of the last POSTERS posters of each group. */
  readonly posters: Int32Array
  /** Today's posts a group and topic: number and sum of quality. Cleared at the close of the day. */
  readonly topicItems: Float32Array
  readonly topicQuality: Float32Array
  /** Today's ads a group and offer (the last place: of nothing): number and sum of softness. */
  readonly offerAds: Float32Array
  readonly offerSoft: Float32Array
  readonly ownerLevels: Float32Array
  readonly ownerMarks: Int32Array
  /** Weight that the owner believes each topic to have among the members’ needs; adds up to 1. */
  readonly beliefs: Float32Array
  readonly books: Float64Array
}

const SEATS_AT_FIRST = 64

/** Marks of a group that name a fact or a day: none yet. */
const FACTS_OF_GROUP = [
  GROUP_MARK.contentFact,
  GROUP_MARK.adFact,
  GROUP_MARK.messageFact,
  GROUP_MARK.intruderFact,
  GROUP_MARK.packetFact,
  GROUP_MARK.orderFact,
  GROUP_MARK.meetingDay,
]

/** The morning of day 0: nobody has joined. */
export function createWorld(setting: WorldSetting, later: readonly WorldSetting[] = []): World {
  const { groups, topics, offers } = setting
  const world: World = {
    setting,
    later,
    day: 0,
    seats: 0,
    levels: new Float32Array(SEATS_AT_FIRST * LEVELS),
    marks: new Int32Array(SEATS_AT_FIRST * MARKS),
    ties: new Int32Array(SEATS_AT_FIRST * TIES),
    tieStrengths: new Float32Array(SEATS_AT_FIRST * TIES),
    seatOf: new Int32Array(setting.people).fill(-1),
    groupMarks: new Int32Array(groups * GROUP_MARKS),
    groupLevels: new Float32Array(groups * GROUP_LEVELS),
    posters: new Int32Array(groups * POSTERS).fill(-1),
    topicItems: new Float32Array(groups * topics),
    topicQuality: new Float32Array(groups * topics),
    offerAds: new Float32Array(groups * (offers + 1)),
    offerSoft: new Float32Array(groups * (offers + 1)),
    ownerLevels: new Float32Array(OWNER_LEVELS),
    ownerMarks: new Int32Array(OWNER_MARKS),
    beliefs: Float32Array.from(setting.focus),
    books: new Float64Array(BOOKS),
  }
  world.ownerLevels[OWNER_LEVEL.energy] = setting.energy
  for (let group = 0; group < groups; group++) {
    for (const fact of FACTS_OF_GROUP) {
      world.groupMarks[group * GROUP_MARKS + fact] = -1
    }
  }
  return world
}

/** Whether a member sits in this seat today. */
export function isPresent(world: World, seat: number): boolean {
  return ((world.marks[seat * MARKS + MARK.flags] as number) & LEFT) === 0
}

/** Expected value V (≥ 0, rarely above 1): the sum of its stocks, one a cause. */
export function expectedValue(levels: Float32Array, seat: number): number {
  const at = seat * LEVELS
  const sum =
    (levels[at] as number) +
    (levels[at + 1] as number) +
    (levels[at + 2] as number) +
    (levels[at + 3] as number) +
    (levels[at + 4] as number) +
    (levels[at + 5] as number) +
    (levels[at + 6] as number) +
    (levels[at + 7] as number) +
    (levels[at + 8] as number)
  return sum > 0 ? sum : 0
}

/** Cash after all costs, in CNY: the metric ownerNet. */
export function ownerNet(world: World): number {
  let fen = (world.books[BOOK.revenue] as number) - (world.books[BOOK.refunded] as number)
  for (let cost = 0; cost < BOOKS - BOOK.costs; cost++) fen -= world.books[BOOK.costs + cost] as number
  return fen / 100
}

/** A copy that shares no column with the original. */
export function copyWorld(world: World): World {
  return {
    ...world,
    levels: world.levels.slice(),
    marks: world.marks.slice(),
    ties: world.ties.slice(),
    tieStrengths: world.tieStrengths.slice(),
    seatOf: world.seatOf.slice(),
    groupMarks: world.groupMarks.slice(),
    groupLevels: world.groupLevels.slice(),
    posters: world.posters.slice(),
    topicItems: world.topicItems.slice(),
    topicQuality: world.topicQuality.slice(),
    offerAds: world.offerAds.slice(),
    offerSoft: world.offerSoft.slice(),
    ownerLevels: world.ownerLevels.slice(),
    ownerMarks: world.ownerMarks.slice(),
    beliefs: world.beliefs.slice(),
    books: world.books.slice(),
  }
}
