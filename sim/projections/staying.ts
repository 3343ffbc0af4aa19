import { LEFT, MARK, MARKS, REMOVED, type World } from '../model/world.ts'

/** How long somebody has been seen to stay, in days after the day of joining. */
export interface Stay {
  readonly days: number
  /** She left of her own will on that day; otherwise nothing is known of the time after it. */
  readonly hasLeft: boolean
}

/** The product-limit estimate (Kaplan & Meier 1958) of how long members stay. */
export interface Staying {
  /** Share still there k days after joining, at index k; as far as anybody was seen. */
  readonly share: Float64Array
  /** Members who were seen for at least k days, at index k: those on whom the estimate rests from there on. */
  readonly atRisk: Uint32Array
  /** Days after which no more than half are still there; null where more than half are to the end. */
  readonly median: number | null
}

export function stayingOf(stays: readonly Stay[]): Staying {
  const longest = stays.reduce((most, { days }) => Math.max(most, days), -1)
  const left = new Uint32Array(longest + 1)
  const atRisk = new Uint32Array(longest + 1)
  for (const { days, hasLeft } of stays) {
    if (hasLeft) left[days] = (left[days] as number) + 1
    atRisk[days] = (atRisk[days] as number) + 1
  }
  for (let days = longest - 1; days >= 0; days--)
    atRisk[days] = (atRisk[days] as number) + (atRisk[days + 1] as number)
  const share = new Float64Array(longest + 2)
  share[0] = 1
  let median: number | null = null
  for (let days = 0; days <= longest; days++) {
    const still = (share[days] as number) * (1 - (left[days] as number) / (atRisk[days] as number))
    share[days + 1] = still
    if (median === null && still <= 0.5) median = days + 1
  }
  return { share, atRisk, median }
}

/**
 * The stays of all who ever joined, in a world that has come to the end of a day. To leave is the event. Who is still
 * there was seen until that day, and who was removed by a moderator until the day of the removal: how long she would have
 * stayed is not known.
 */
export function staysIn({ marks, seats, day }: World): Stay[] {
  return Array.from({ length: seats }, (_, seat) => {
    const at = seat * MARKS
    const flags = marks[at + MARK.flags] as number
    const isGone = (flags & LEFT) !== 0
    const end = isGone ? (marks[at + MARK.leftDay] as number) : day - 1
    return { days: end - (marks[at + MARK.joinedDay] as number), hasLeft: isGone && (flags & REMOVED) === 0 }
  })
}
