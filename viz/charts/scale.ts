// A linear scale with round ticks: all that the page needs of d3-scale, which brings colours, dates and formats along and
// would be a tenth of the first load. Ticks and rounding follow d3-array, and a test compares the two.

type Pair = readonly [from: number, to: number]

/** From values to places in a drawing. Setting a domain or a range changes the scale and returns it. */
export interface Scale {
  (value: number): number
  readonly domain: { (): Pair; (domain: Pair): Scale }
  readonly range: { (): Pair; (range: Pair): Scale }
  /** About so many round values inside the domain. */
  readonly ticks: (count: number) => number[]
  /** Widens the domain to round values. */
  readonly nice: (count: number) => Scale
  readonly copy: () => Scale
}

export function linearScale(initial: Pair = [0, 1]): Scale {
  let domain = initial
  let range: Pair = [0, 1]
  const at = (value: number): number => {
    const [low, high] = domain
    const share = high === low ? 0.5 : (value - low) / (high - low)
    return range[0] * (1 - share) + range[1] * share
  }
  function domainOf(): Pair
  function domainOf(next: Pair): Scale
  function domainOf(next?: Pair): Pair | Scale {
    if (!next) return domain
    domain = next
    return scale
  }
  function rangeOf(): Pair
  function rangeOf(next: Pair): Scale
  function rangeOf(next?: Pair): Pair | Scale {
    if (!next) return range
    range = next
    return scale
  }
  const scale: Scale = Object.assign(at, {
    domain: domainOf,
    range: rangeOf,
    ticks: (count: number) => ticksIn(domain, count),
    nice(count: number) {
      domain = niceDomain(domain, count)
      return scale
    },
    copy: () => linearScale(domain).range(range),
  })
  return scale
}

/** The distance of about so many ticks: above zero as it is, below zero as one divided by it, which stays exact. */
function increment([start, stop]: Pair, count: number): number {
  const step = (stop - start) / Math.max(1, count)
  const power = Math.floor(Math.log10(step))
  const error = step / 10 ** power
  const factor = error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.sqrt(2) ? 2 : 1
  return power < 0 ? -(10 ** -power) / factor : 10 ** power * factor
}

function ticksIn(domain: Pair, count: number): number[] {
  const [start, stop] = domain
  if (!(stop > start)) return [start]
  const by = increment(domain, count)
  const value = (place: number): number => (by < 0 ? place / -by : place * by)
  let first = Math.round(by < 0 ? start * -by : start / by)
  let last = Math.round(by < 0 ? stop * -by : stop / by)
  if (value(first) < start) first += 1
  if (value(last) > stop) last -= 1
  // Few and round may be none at all: then twice as many.
  if (last < first && count < 2) return ticksIn(domain, count * 2)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => value(first + at))
}

function niceDomain([start, stop]: Pair, count: number): Pair {
  let [low, high] = [start, stop]
  let before = NaN
  // Widening may make another step the round one. Where that does not come to rest, nothing is rounded.
  for (let turn = 0; turn < 10 && high > low; turn++) {
    const by = increment([low, high], count)
    if (by === before) return [low, high]
    low = by < 0 ? Math.ceil(low * by) / by : Math.floor(low / by) * by
    high = by < 0 ? Math.floor(high * by) / by : Math.ceil(high / by) * by
    before = by
  }
  return [start, stop]
}
