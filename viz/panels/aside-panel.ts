import type { ChartHooks } from '../charts/hooks.ts'
import type { Words } from '../locales/words.ts'
import type { View } from '../player/frames.ts'
import type { Library } from '../player/library.ts'
import type { Side } from '../player/side.ts'
import type { LineUp } from '../screens/line-up.ts'

/** What a panel of the aside asks the stage. */
export interface AsideContext {
  readonly words: () => Words
  readonly side: () => Side
  readonly day: () => number
  readonly view: () => View
  readonly lineUp: LineUp
  readonly library: Library
  readonly announce: (text: string) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Shows all sides beside each other. */
  readonly compare: () => void
  readonly seek: (day: number) => void
  readonly select: (person: number) => void
  /** Marks the seats of these members of the side; null for none. */
  readonly highlight: (seats: Uint8Array | null) => void
  readonly openRun: (seed: string) => void
  /** What charts may ask for; the side in focus is their first. */
  readonly hooks: () => ChartHooks
}

/** The content of a tab, loaded when its tab is first opened. */
export interface AsidePanel {
  readonly element: HTMLElement
  /** Another side, language or look. */
  readonly rebuild: () => void
  /** Another whole day. */
  readonly showDay: (day: number) => void
  /** Another size. */
  readonly draw: () => void
  readonly branching?: (done: number) => void
  /** It was opened, or is no longer seen. */
  readonly show: () => void
  readonly hide: () => void
}
