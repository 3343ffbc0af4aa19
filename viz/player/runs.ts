import type { Library } from './library.ts'
import { computeSide } from './side.ts'
import type { Side } from './side.ts'

/** The runs that are being computed for the page. */
export interface Runs {
  /** Computes these sides with this seed; what was still under way is no longer wanted, and stopped. */
  readonly start: (sides: readonly Side[], seed: string) => void
  readonly stop: () => void
}

export function createRuns(
  library: Library,
  heard: (side: Side, news: 'resolved' | 'progress' | 'settled') => void,
): Runs {
  let stops: readonly (() => void)[] = []
  const stop = (): void => {
    for (const each of stops) each()
    stops = []
  }
  return {
    stop,
    start(sides, seed) {
      stop()
      stops = sides.map((side) => computeSide(side, { library, seed }, (news) => heard(side, news)))
    },
  }
}
