import { CAUSES, DEPARTURE_CAUSES } from '../../sim/index.ts'
import type { Cause, Playback } from '../../sim/index.ts'

/** Causes of departures in the order of bars, which stays the same whatever the day and the run. */
const ORDER = CAUSES.slice(0, DEPARTURE_CAUSES)

/** For how many of those who had left after so many whole days each cause stands: shares of them, summed. */
export function blamed({ departures }: Playback, day: number): ReadonlyMap<Cause, number> {
  const sums = new Float64Array(CAUSES.length)
  departures.day.forEach((left, at) => {
    if (left >= day) return
    for (let cause = 0; cause < CAUSES.length; cause++)
      sums[cause] = (sums[cause] as number) + (departures.shares[at * CAUSES.length + cause] as number)
  })
  return new Map(CAUSES.map((cause, at) => [cause, sums[at] as number]))
}

/** How many had left after so many whole days. */
export function leftBy({ departures }: Playback, day: number): number {
  return departures.day.reduce((count, left) => count + Number(left < day), 0)
}

/** The causes that anybody left for in any of these runs, in the order of bars. */
export function causesOf(playbacks: readonly Playback[]): readonly Cause[] {
  const blames = playbacks.map((playback) => blamed(playback, playback.days))
  return ORDER.filter((cause) => blames.some((blame) => (blame.get(cause) ?? 0) > 0))
}

/** The causes that stand for the most departures of these runs, as many as asked for, in the order of bars. */
export function mostBlamed(
  sides: readonly { readonly playback: Playback }[],
  causes: readonly Cause[],
  count: number,
): readonly Cause[] {
  const blames = sides.map(({ playback }) => blamed(playback, playback.days))
  const sum = (cause: Cause): number => blames.reduce((all, blame) => all + (blame.get(cause) ?? 0), 0)
  const kept = [...causes].sort((one, other) => sum(other) - sum(one)).slice(0, count)
  return causes.filter((cause) => kept.includes(cause))
}

/** Departures that a history without one cause is spared, over some seeds: the mean, the least and the most. */
export interface Avoided {
  readonly cause: Cause
  readonly mean: number
  readonly low: number
  readonly high: number
}
