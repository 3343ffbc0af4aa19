import type { MemberFate, RemovableCause } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import type { History } from '../player/requests.ts'
import { askDesk } from '../player/desk.ts'
import type { View } from '../player/frames.ts'
import { sourceOf } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import { createSheet } from './sheet.ts'
import type { Choices, Known, Sheet } from './sheet.ts'
import type { Ending } from './story.ts'
import type { Lucks } from './luck-report.ts'
import type { Term } from './terms.ts'
import { tryLucks } from './try-lucks.ts'
import type { Supposed } from './what-if.ts'
import './account.css'

/** Somebody who walks along the seats by keys does not start a computation at each. */
const SETTLE_MS = 160
/** A run that takes no longer than this shows no progress. */
const SLOW_MS = 700

/** What the answer to 为什么 asks the page. */
export interface WhyContext {
  readonly words: () => Words
  readonly view: () => View
  readonly day: () => number
  readonly seeTruth: () => void
  /** Puts the sheet into the page; `away` is the half that does not hide her. */
  readonly place: (sheet: HTMLElement, away: 'left' | 'right') => void
  /** The sheet is gone. */
  readonly closed?: () => void
  /** Where a seat is, in CSS pixels from the left of the window. */
  readonly leftOf: (side: Side, seat: number) => number
  /** Marks her seat (or no longer), and takes the focus back there when it was in the sheet. */
  readonly mark: (side: Side, seat: number, focus: boolean) => void
  /** Shows the page after so many whole days. */
  readonly seek: (day: number) => void
  /** Makes seats stand out on a side's wall (1 at each of them), or none any longer. */
  readonly highlight?: (side: Side, seats: Uint8Array | null) => void
  /** Explains a word of the account at length. */
  readonly define?: (term: Term) => void
}

/** The one account that is open, if any. */
export interface Why {
  readonly open: (side: Side, seat: number, options: { readonly focus: boolean }) => void
  readonly close: () => void
  readonly isOpen: () => boolean
  /** The seat of an open account on that side, or −1. */
  readonly seatOn: (side: Side) => number
  /** Follows the clock and the view. */
  readonly showDay: () => void
  readonly draw: () => void
  /** After the page was built anew, in another language perhaps. */
  readonly rebuild: () => void
}

export function createWhy(context: WhyContext): Why {
  let at: { readonly side: Side; readonly seat: number } | null = null
  let sheet: Sheet | null = null
  let known: Known = 'loading'
  let stop = (): void => {}
  let history: History | null = null
  let fate: MemberFate | null = null
  let supposed: Supposed | null = null
  const choices: Choices = { ledger: null, isHighlighting: false, snap: 'small' }
  let stopSupposing = (): void => {}

  function open(side: Side, seat: number, { focus }: { readonly focus: boolean }): void {
    const { playback } = side
    if (!playback) return
    if (at?.side !== side || at.seat !== seat) {
      stop()
      drop()
      if (at && at.side !== side) context.highlight?.(at.side, null)
      at = { side, seat }
      known = 'loading'
      history = fate = null
      build()
      const person = playback.person[seat] ?? -1
      const timer = setTimeout(() => {
        stop = askDesk(
          { type: 'tell', source: sourceOf(side, playback), person },
          {
            type: 'told',
            done(told) {
              history = told.history
              fate = told.story?.fate ?? null
              tell({ story: told.story })
            },
            failed: (failure) => tell({ failure }),
          },
        )
      }, SETTLE_MS)
      stop = () => clearTimeout(timer)
    }
    context.mark(side, seat, false)
    if (focus) sheet?.heading.focus({ preventScroll: true })
  }

  function tell(next: Known): void {
    known = next
    sheet?.tell(next)
  }

  /**
   * Runs her history again without a cause, and then under other lucks; whatever was asked before is no longer of
   * interest.
   */
  function suppose(ending: Ending, cause: RemovableCause): void {
    const person = at?.side.playback?.person[at.seat]
    const asked = history
    if (!asked || person === undefined) return
    drop()
    let done = 0
    const say = (answer: Supposed['answer'], lucks: Lucks | null = null): void => {
      supposed = { ending, cause, answer, lucks }
      sheet?.showSupposed()
    }
    say({ state: 'started' })
    let isSlow = false
    const slow = setTimeout(() => {
      isSlow = true
      say({ state: 'slow', done })
    }, SLOW_MS)
    const stopAsking = askDesk(
      { type: 'what-if', ...asked, person, cause },
      {
        type: 'supposed',
        progress(share) {
          done = share
          if (isSlow) say({ state: 'slow', done })
        },
        done(told) {
          clearTimeout(slow)
          const { without } = told
          if (!without) return say({ state: 'failed', text: cause })
          stopSupposing = tryLucks(
            { history: asked, person, cause },
            { as: fate, without: told.fate },
            (lucks) => say({ state: 'told', without }, lucks),
          )
        },
        failed({ text }) {
          clearTimeout(slow)
          say({ state: 'failed', text })
        },
      },
    )
    stopSupposing = () => {
      clearTimeout(slow)
      stopAsking()
    }
  }

  /** Forgets what was supposed, and stops working it out. */
  function drop(): void {
    stopSupposing()
    supposed = null
    sheet?.showSupposed()
  }

  /** Gives up the lucks that are still to come. */
  function stopLucks(): void {
    if (!supposed?.lucks) return
    stopSupposing()
    supposed = { ...supposed, lucks: { ...supposed.lucks, isRunning: false } }
    sheet?.showSupposed()
  }

  function build(): void {
    const playback = at?.side.playback
    if (!at || !playback) return
    const { side, seat } = at
    const hadFocus = sheet?.element.contains(document.activeElement) ?? false
    const focused = hadFocus ? (document.activeElement?.id ?? '') : ''
    sheet?.element.remove()
    sheet = createSheet({
      letter: side.letter,
      playback,
      seat,
      words: context.words(),
      view: context.view,
      close,
      seeTruth: context.seeTruth,
      goTo: (next) => open(side, next, { focus: false }),
      supposed: () => supposed,
      suppose,
      cancel: drop,
      stopLucks,
      seek: context.seek,
      highlight: context.highlight && ((seats) => context.highlight?.(side, seats)),
      define: context.define,
      choices,
    })
    context.place(sheet.element, context.leftOf(side, seat) > innerWidth / 2 ? 'left' : 'right')
    sheet.showDay(Math.min(context.day(), playback.days))
    sheet.tell(known)
    if (!hadFocus) return
    const again = focused === '' ? null : document.getElementById(focused)
    ;(again ?? sheet.heading).focus({ preventScroll: true })
  }

  function close(): void {
    if (!at) return
    stop()
    drop()
    const { side, seat } = at
    const focus =
      (sheet?.element.contains(document.activeElement) ?? false) || document.activeElement === document.body
    sheet?.element.remove()
    context.highlight?.(side, null)
    at = sheet = null
    context.closed?.()
    context.mark(side, focus ? seat : -1, focus)
  }

  return {
    open,
    close,
    isOpen: () => at !== null,
    seatOn: (side) => (at?.side === side ? at.seat : -1),
    showDay() {
      if (at?.side.playback) sheet?.showDay(Math.min(context.day(), at.side.playback.days))
    },
    draw: () => sheet?.draw(),
    rebuild: build,
  }
}
