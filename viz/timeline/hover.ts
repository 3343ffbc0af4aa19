import type { Preview } from './preview.ts'

/** How long the preview waits for a pointer on its way to it, in milliseconds (WCAG 1.4.13: hoverable). */
const GRACE_MS = 400
/** Free pixels at both edges of the window. */
const EDGE = 8

/** Who asked for the preview: a pointer is followed until it goes, keys until the focus goes. */
export type Looker = 'pointer' | 'keys'

export interface Hover {
  readonly look: (day: number, by: Looker) => void
  readonly lookAway: (how: { readonly soon: boolean }) => void
  /** It is shown to somebody who goes by keys. */
  readonly byKeys: () => boolean
}

/**
 * Shows and hides the preview of a day. It never moves the clock. Esc puts it away until the pointer has left or another
 * key is pressed. The preview is loaded when first asked for.
 */
export function createHover(options: {
  readonly dock: HTMLElement
  readonly xOf: (day: number) => number
  readonly load: () => Promise<Preview>
}): Hover {
  let loading: Promise<Preview> | null = null
  let preview: Preview | null = null
  let wanted: { readonly day: number; readonly by: Looker } | null = null
  let dismissed = false
  let timer = 0

  function look(day: number, by: Looker): void {
    clearTimeout(timer)
    if (by === 'keys') dismissed = false
    if (dismissed) return
    wanted = { day, by }
    document.addEventListener('keydown', dismiss, { capture: true })
    if (preview) return show(preview)
    loading ??= options.load()
    loading.then(
      (loaded) => {
        if (preview === null) settle(loaded)
        show(loaded)
      },
      () => (loading = null), // without it, the page still plays; the next look tries again
    )
  }

  function settle(loaded: Preview): void {
    preview = loaded
    loaded.element.addEventListener('pointerenter', () => clearTimeout(timer))
    loaded.element.addEventListener('pointerleave', () => lookAway({ soon: true }))
    options.dock.append(loaded.element)
  }

  function show({ element, show: fill }: Preview): void {
    if (!wanted) return
    element.hidden = false
    fill(wanted.day)
    const { left, width } = options.dock.getBoundingClientRect()
    const middle = options.xOf(wanted.day) - left
    const most = width - element.offsetWidth - EDGE
    element.style.left = `${Math.max(EDGE, Math.min(most, middle - element.offsetWidth / 2))}px`
  }

  function lookAway({ soon }: { readonly soon: boolean }): void {
    clearTimeout(timer)
    dismissed = false
    if (soon) timer = window.setTimeout(hide, GRACE_MS)
    else hide()
  }

  function hide(): void {
    clearTimeout(timer)
    wanted = null
    document.removeEventListener('keydown', dismiss, { capture: true })
    if (preview) preview.element.hidden = true
  }

  /** This Esc is spent: what else is open stays open. */
  function dismiss(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || document.querySelector('dialog.dialog[open]')) return
    hide()
    dismissed = true
    event.preventDefault()
    event.stopPropagation()
  }

  return { look, lookAway, byKeys: () => wanted?.by === 'keys' }
}
