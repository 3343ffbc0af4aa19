import type { Again, Cause } from '../../sim/index.ts'
import { askDesk } from './desk.ts'
import { workersFor } from './lab.ts'
import type { History } from './requests.ts'

/** The lucks that are tried besides that of the seed. */
export function lucksBeside(runs: number): readonly string[] {
  return Array.from({ length: runs - 1 }, (_, n) => String(n + 1))
}

/** Dealt like cards, so that those at the front are done first; nobody goes without. */
export function deal(lucks: readonly string[], hands: number): readonly (readonly string[])[] {
  const dealt = Array.from({ length: Math.min(hands, lucks.length) }, (): string[] => [])
  lucks.forEach((luck, at) => dealt[at % dealt.length]?.push(luck))
  return dealt
}

/**
 * Asks what becomes of a person under many lucks, with a cause and without it, on as many workers as the machine can
 * spare. A worker that breaks takes the lucks that it still owed with it, and no others. Returns a function that stops
 * all of them.
 */
export function askLucks(
  question: { readonly history: History; readonly person: number; readonly cause: Cause },
  lucks: readonly string[],
  hearing: {
    readonly fared: (luck: string, again: Again) => void
    readonly failed: (luck: string, text: string) => void
  },
): () => void {
  const { history, person, cause } = question
  const stops = deal(lucks, workersFor(navigator.hardwareConcurrency)).map((own) => {
    const owed = new Set(own)
    const fail = (text: string): void => {
      for (const luck of owed) hearing.failed(luck, text)
    }
    return askDesk(
      { type: 'what-if-again', ...history, person, cause, lucks: own },
      {
        type: 'all-fared',
        fared({ luck, again }) {
          owed.delete(luck)
          if (again) hearing.fared(luck, again)
          else hearing.failed(luck, cause)
        },
        done: () => fail(cause), // none is owed then
        failed: ({ text }) => fail(text),
      },
    )
  })
  return () => {
    for (const stop of stops) stop()
  }
}
