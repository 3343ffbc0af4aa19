import type { ChartHooks, RerunCurve } from '../charts/hooks.ts'
import type { Side } from '../player/side.ts'
import { createKnownRuns } from './known-runs.ts'
import type { KnownRuns } from './known-runs.ts'
import { baseSeedOf, rerunsOf } from './reruns.ts'
import type { Rerun } from './reruns.ts'

export interface RunHooksContext {
  /** More is known, or runs have begun or ended: what shows them is to be drawn anew. */
  readonly news: () => void
  /** The runs that a chart asked for have ended, at so many of all. */
  readonly ended: (done: number, all: number) => void
  readonly failed: (error: unknown) => void
}

/** What charts are told of reruns, and how they ask for them. */
export interface RunHooks {
  readonly known: KnownRuns
  readonly of: (sides: readonly Side[]) => ChartHooks
  /** Ends the runs that charts asked for; what is done stays known. */
  readonly stop: () => void
}

/** The lab is loaded when a chart first asks for runs. */
export function createRunHooks(context: RunHooksContext): RunHooks {
  const known = createKnownRuns(context.news)
  let running: AbortController | null = null

  /** The run on the wall of a side, if it can be run again. */
  function rerunOf(side: Side | undefined): Rerun | null {
    const [rerun] = side ? rerunsOf([side]) : []
    return rerun?.arm ? rerun : null
  }

  function resultsOf(side: Side | undefined): ReturnType<NonNullable<ChartHooks['known']>> {
    const rerun = rerunOf(side)
    if (!rerun?.arm) return null
    const seed = baseSeedOf(rerun.playback.seed)
    return { seed, results: known.of(rerun.arm, seed) }
  }

  async function start(sides: readonly (Side | undefined)[]): Promise<void> {
    const reruns = sides.flatMap((side) => rerunOf(side) ?? [])
    const [first] = reruns
    if (running || !first) return
    const { signal } = (running = new AbortController())
    let progress: readonly [number, number] = [0, 1]
    context.news()
    try {
      const { rerun } = await import('./outcomes.ts')
      await rerun(
        reruns.flatMap(({ arm }) => arm ?? []),
        {
          ...{ seed: baseSeedOf(first.playback.seed), known, signal },
          onProgress: (...of) => (progress = of),
        },
      )
      context.ended(...progress)
    } catch (error) {
      context.failed(error)
    } finally {
      if (running.signal === signal) running = null
      context.news()
    }
  }

  function stop(): void {
    running?.abort()
    running = null
  }

  return {
    known,
    of: (sides) => ({
      known: (at) => resultsOf(sides[at]),
      reruns: (at) => resultsOf(sides[at])?.results.flatMap(curveOf) ?? null,
      rerun: {
        isRunning: () => running !== null,
        start: (places) => void start(places.map((at) => sides[at])),
        stop,
      },
      async avoidable(at, options) {
        const rerun = rerunOf(sides[at])
        if (!rerun?.arm) return []
        const { askAvoidable } = await import('./outcomes.ts')
        return askAvoidable(rerun.arm, { ...options, seed: baseSeedOf(rerun.playback.seed), known })
      },
    }),
    stop,
  }
}

function curveOf(result: ReturnType<KnownRuns['of']>[number]): RerunCurve[] {
  return result && 'staying' in result && result.staying ? [{ days: result.staying }] : []
}
