import { h } from '../dom.ts'
import type { AccountTexts } from './texts.ts'

/** Heights of the sheet on a phone: two fifths of the window, or most of it. */
export type Snap = 'small' | 'large'

/** Share of the window's height at each; the style sheet has the same numbers. */
export const SNAPS: Readonly<Record<Snap, number>> = { small: 0.4, large: 0.85 }
/** Let go below this, the sheet closes. */
const CLOSES = 0.2
/** A finger that moves less than this taps. */
const TAP_PX = 8

/** Where a sheet comes to rest that is let go at a share of the window's height; null: it closes. */
export function snapAt(share: number): Snap | null {
  if (share < CLOSES) return null
  return share < (SNAPS.small + SNAPS.large) / 2 ? 'small' : 'large'
}

/** Two buttons for the two heights, and a head that can be dragged as well. Both only show on a phone. */
export function createSnaps(
  sheet: HTMLElement,
  head: HTMLElement,
  texts: AccountTexts,
  options: { readonly snap: () => Snap; readonly setSnap: (snap: Snap) => void; readonly close: () => void },
): HTMLElement {
  const buttons = (['small', 'large'] as const).map((snap) => {
    const button = h(
      'button',
      { type: 'button', id: `sheet-${snap}`, onclick: () => rest(snap) },
      texts[snap],
    )
    return { snap, button }
  })
  const element = h(
    'div',
    { class: 'switch snaps', role: 'group', 'aria-label': texts.height },
    ...buttons.map(({ button }) => button),
  )
  let drag: { readonly from: number; readonly height: number; moved: boolean } | null = null
  rest(options.snap())

  function rest(snap: Snap): void {
    options.setSnap(snap)
    sheet.style.removeProperty('height')
    sheet.classList.remove('dragged')
    sheet.dataset['snap'] = snap
    for (const each of buttons) each.button.setAttribute('aria-pressed', String(each.snap === snap))
  }

  head.addEventListener('pointerdown', (event) => {
    const isOnButton = event.target instanceof Element && event.target.closest('button') !== null
    if (isOnButton || !isPhone()) return
    drag = { from: event.clientY, height: sheet.offsetHeight, moved: false }
    head.setPointerCapture(event.pointerId)
  })
  head.addEventListener('pointermove', (event) => {
    if (!drag) return
    const by = drag.from - event.clientY
    drag.moved ||= Math.abs(by) > TAP_PX
    if (!drag.moved) return
    sheet.classList.add('dragged')
    sheet.style.height = `${Math.max(0, Math.min(SNAPS.large * innerHeight, drag.height + by))}px`
  })
  const letGo = (): void => {
    if (!drag) return
    const { moved } = drag
    drag = null
    if (!moved) return
    const snap = snapAt(sheet.offsetHeight / innerHeight)
    if (snap) rest(snap)
    else options.close()
  }
  head.addEventListener('pointerup', letGo)
  head.addEventListener('pointercancel', letGo)

  return element
}

/** The same width as in the style sheet. */
function isPhone(): boolean {
  return matchMedia('(max-width: 699px)').matches
}
