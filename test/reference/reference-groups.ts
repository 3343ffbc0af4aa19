/** A group: what it remembers, and what has happened in it today. Slow scores are 32-bit floats. */
export interface Group {
  readonly number: number
  /** Present. */
  members: number
  helpers: number
  figures: number
  purposeEnded: boolean
  /** Persons who posted last: post n stands at place n mod 40. */
  readonly posters: number[]
  /** Messages ever. */
  posts: number
  /** Seq of the latest post, ad, message, intruder and packet of the owner; −1 for none. */
  contentFact: number
  adFact: number
  messageFact: number
  intruderFact: number
  packetFact: number
  /** What was ordered last, and seq of that. */
  lastOrder: { readonly offer: number; readonly fact: number } | null
  meetingDay: number | null
  /** Days between the latest two meetings. */
  meetingGap: number | null
  /** Cases told, warnings given, spam seen, posts a day, helpers who look in. */
  good: number
  bad: number
  spam: number
  itemsSmoothed: number
  helpersSmoothed: number
  today: Today
  /** Talk of yesterday; orders of yesterday and of the day before. */
  onTopicYesterday: number
  offTopicYesterday: number
  ordersYesterday: number
  ordersBefore: number
}

/** What is counted anew every day. */
export interface Today {
  /** Posts of the owner and of figures, those of figures, and those off topic. */
  items: number
  memberItems: number
  offItems: number
  ads: number
  intruders: number
  packets: number
  packetFen: number
  onTopic: number
  offTopic: number
  openers: number
  helpers: number
  figures: number
  ownAnswers: number
  orders: number
  meetings: number
  /** Posts by topic: how many, and the sum of their quality (a 32-bit float). */
  readonly topics: { posts: number; quality: number }[]
  /** Ads by offer, in the last place those for nothing: how many, and the sum of their softness (a 32-bit float). */
  readonly offers: { ads: number; softness: number }[]
}

/** How many topics and offers there are. */
export interface Counts {
  readonly topics: number
  readonly offers: number
}

/** A group in which nothing has happened. */
export function newGroup(number: number, counts: Counts): Group {
  return {
    ...{ number, members: 0, helpers: 0, figures: 0, purposeEnded: false, posters: [], posts: 0 },
    ...{ contentFact: -1, adFact: -1, messageFact: -1, intruderFact: -1, packetFact: -1 },
    ...{ lastOrder: null, meetingDay: null, meetingGap: null },
    ...{ good: 0, bad: 0, spam: 0, itemsSmoothed: 0, helpersSmoothed: 0 },
    today: newToday(counts),
    ...{ onTopicYesterday: 0, offTopicYesterday: 0, ordersYesterday: 0, ordersBefore: 0 },
  }
}

/** The counts of a morning. */
export function newToday({ topics, offers }: Counts): Today {
  return {
    ...{ items: 0, memberItems: 0, offItems: 0, ads: 0, intruders: 0, packets: 0, packetFen: 0 },
    ...{ onTopic: 0, offTopic: 0, openers: 0, helpers: 0, figures: 0 },
    ...{ ownAnswers: 0, orders: 0, meetings: 0 },
    topics: Array.from({ length: topics }, () => ({ posts: 0, quality: 0 })),
    offers: Array.from({ length: offers + 1 }, () => ({ ads: 0, softness: 0 })),
  }
}

/** Orders in a group yesterday and the day before. */
export function boughtLately({ ordersYesterday, ordersBefore }: Group): number {
  return ordersYesterday + ordersBefore
}
