import { h } from '../dom.ts'
import type { Fate } from './fate.ts'

export interface DotsOptions {
  readonly label: string
  readonly count: number
  /** The run that is on the wall, or −1. */
  readonly onTheWall: number
  readonly open: (run: number) => void
  /** A run is looked at, by the pointer or the focus; null: none any longer. */
  readonly look: (run: number | null) => void
}

/** One run as a dot shows it. */
export interface DotLook {
  readonly fate: Fate
  readonly name: string
  /** Below the dot: the day of a death, as people count days. */
  readonly below: string
}

export interface Dots {
  readonly element: HTMLElement
  readonly show: (run: number, look: DotLook) => void
}

/** One button a run, in the order of their seeds; one stop of the Tab key, and arrow keys from dot to dot. */
export function createDots(options: DotsOptions): Dots {
  const { label, count, onTheWall } = options
  const buttons = Array.from({ length: count }, (_, run) => createDot(run))
  const element = h('div', { class: 'dots', role: 'group', 'aria-label': label }, ...buttons)

  element.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const to = dotAfter(event.key, at, { count, columns: columns() })
    if (at < 0 || to === null) return
    event.preventDefault()
    buttons[to]?.focus()
  })
  element.addEventListener('focusin', (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    buttons.forEach((button, run) => (button.tabIndex = run === at ? 0 : -1))
    options.look(at)
  })
  element.addEventListener('focusout', () => options.look(null))
  element.addEventListener('pointerleave', () => options.look(null))

  function createDot(run: number): HTMLButtonElement {
    const button = h('button', {
      type: 'button',
      class: 'dot pending',
      tabindex: run === Math.max(0, onTheWall) ? 0 : -1,
      'aria-disabled': 'true',
      'aria-current': run === onTheWall && 'true',
      onclick: () => {
        if (button.getAttribute('aria-disabled') !== 'true') options.open(run)
      },
      onpointerenter: () => options.look(run),
    })
    button.append(h('span', { class: 'dot-mark' }), h('span', { class: 'dot-day', 'aria-hidden': 'true' }))
    return button
  }

  /** As many as stand beside each other. */
  function columns(): number {
    const top = buttons[0]?.offsetTop ?? 0
    return Math.max(1, buttons.filter((button) => button.offsetTop === top).length)
  }

  return {
    element,
    show(run, { fate, name, below }) {
      const button = buttons[run]
      if (!button) return
      button.className = `dot ${fate.kind}`
      button.setAttribute('aria-label', name)
      // Still there for the keys, so that nobody loses her place and everybody hears why.
      const canOpen = fate.kind === 'lived' || fate.kind === 'died'
      button.setAttribute('aria-disabled', String(!canOpen))
      if (button.lastElementChild) button.lastElementChild.textContent = below
    },
  }
}

/** The dot that a key leads to, or null where the key leads nowhere. */
export function dotAfter(
  key: string,
  at: number,
  { count, columns }: { readonly count: number; readonly columns: number },
): number | null {
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? null : to < 0 || to >= count ? at : to
}
