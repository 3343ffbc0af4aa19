import type { Words } from '../locales/words.ts'
import type { Library } from '../player/library.ts'
import type { OpenedLog, Side } from '../player/side.ts'

/** What opening a file asks the page. */
export interface FileContext {
  readonly words: () => Words
  /** The sides that are on screen, whose place a file may take; none where the page shows no walls. */
  readonly sides: () => readonly Side[]
  readonly library: Library
  /** Puts the history of a log in the place of a side (0 is A). */
  readonly openedLog: (at: number, log: OpenedLog) => void
  /** Shows a scenario that has just been put into the library: in the place of a side, or (null) alone. */
  readonly openedScenario: (name: string, at: number | null) => void
}
