import type { Side } from '../player/side.ts'
import type { Why, WhyContext } from './why.ts'

export interface LateWhyContext extends WhyContext {
  /** The account could not be loaded. */
  readonly failed: (error: unknown) => void
}

/** The answer to 为什么 before anybody has asked: it is loaded with the first question, and no part of the first load. */
export function createLateWhy(context: LateWhyContext): Why {
  let why: Why | null = null
  let loading: Promise<void> | null = null
  let wanted: { readonly side: Side; readonly seat: number; readonly focus: boolean } | null = null

  function load(): void {
    loading ??= import('./why.ts').then(
      ({ createWhy }) => {
        why = createWhy(context)
        if (wanted) why.open(wanted.side, wanted.seat, { focus: wanted.focus })
        wanted = null
      },
      (error: unknown) => {
        loading = wanted = null
        context.failed(error)
      },
    )
  }

  return {
    open(side, seat, { focus }) {
      if (why) return why.open(side, seat, { focus })
      wanted = { side, seat, focus: focus || (wanted?.focus ?? false) }
      load()
    },
    close() {
      wanted = null
      why?.close()
    },
    isOpen: () => wanted !== null || (why?.isOpen() ?? false),
    seatOn: (side) => (wanted ? (wanted.side === side ? wanted.seat : -1) : (why?.seatOn(side) ?? -1)),
    showDay: () => why?.showDay(),
    draw: () => why?.draw(),
    rebuild: () => why?.rebuild(),
  }
}
