import type { Again, Cause } from '../../sim/index.ts'
import { askLucks, lucksBeside } from '../player/lucks.ts'
import type { History } from '../player/requests.ts'
import { LUCKS } from './luck-report.ts'
import type { LuckResult, Lucks } from './luck-report.ts'

/**
 * Tries a question under other lucks. The first luck is that of the seed, and known; the others come in one by one, and
 * are told no more often than a screen is drawn. Returns a function that stops.
 */
export function tryLucks(
  question: { readonly history: History; readonly person: number; readonly cause: Cause },
  first: Again,
  say: (lucks: Lucks) => void,
): () => void {
  const others = lucksBeside(LUCKS)
  const results: LuckResult[] = [first, ...others.map(() => null)]
  let failure: string | null = null
  let drawing = 0
  const tell = (): void => {
    drawing = 0
    say({ results: [...results], isRunning: results.includes(null), failure })
  }
  const note = (luck: string, result: LuckResult): void => {
    results[others.indexOf(luck) + 1] = result
    drawing ||= requestAnimationFrame(tell)
  }
  const stop = askLucks(question, others, {
    fared: note,
    failed(luck, text) {
      failure = text
      note(luck, 'failed')
    },
  })
  tell()
  return () => {
    cancelAnimationFrame(drawing)
    stop()
  }
}
