import { h } from '../dom.ts'

export interface Scrubber {
  readonly element: HTMLElement
  readonly playhead: (day: number) => void
  /** What a screen reader says; told seldom, never per frame. */
  readonly say: (day: number, text: string) => void
  /** Where a day lies in the window, in pixels. */
  readonly xOf: (day: number) => number
}

export interface ScrubberOptions {
  readonly label: string
  /** What is drawn on the same scale above the track. */
  readonly strip: HTMLElement
  readonly hold: () => void
  readonly seek: (day: number) => void
  readonly release: () => void
  /** The pointer is over a day, or a finger drags to it; nothing is to move by that. */
  readonly look: (day: number) => void
  /** It went away; `touch`: a finger was lifted. */
  readonly lookAway: (how: { readonly touch: boolean }) => void
}

/** The slider of days: mouse, touch and pen by pointer events, arrows, pages, Home and End by keys. */
export function createScrubber(days: number, options: ScrubberOptions): Scrubber {
  const fill = h('div', { class: 'track-past' })
  const thumb = h('div', { class: 'thumb' })
  const track = h('div', { class: 'track' }, fill, thumb)
  const element = h(
    'div',
    {
      class: 'scrubber',
      id: 'scrubber',
      role: 'slider',
      tabindex: 0,
      'aria-label': options.label,
      'aria-valuemin': 0,
      'aria-valuemax': days,
      'aria-valuenow': 0,
    },
    options.strip,
    h('div', { class: 'track-room' }, track),
  )
  let dragged: number | null = null

  function dayAt(event: PointerEvent): number {
    const box = track.getBoundingClientRect()
    const share = box.width === 0 ? 0 : (event.clientX - box.left) / box.width
    return Math.round(Math.min(1, Math.max(0, share)) * days)
  }

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    dragged = event.pointerId
    element.setPointerCapture(event.pointerId)
    // A finger that drags gives no focus by itself; without it, the keys of the slider would scroll the page.
    element.focus({ preventScroll: true })
    options.hold()
    options.seek(dayAt(event))
    options.look(dayAt(event))
  })
  element.addEventListener('pointermove', (event) => {
    const dragging = event.pointerId === dragged
    if (dragging) options.seek(dayAt(event))
    if (dragging || event.pointerType === 'mouse' || event.pointerType === 'pen') options.look(dayAt(event))
  })
  element.addEventListener('pointerleave', (event) => {
    if (event.pointerId !== dragged) options.lookAway({ touch: event.pointerType === 'touch' })
  })
  for (const end of ['pointerup', 'pointercancel'] as const) {
    element.addEventListener(end, (event) => {
      if (event.pointerId !== dragged) return
      dragged = null
      options.release()
      if (event.pointerType === 'touch') options.lookAway({ touch: true })
    })
  }

  return {
    element,
    playhead(day) {
      const share = days === 0 ? 0 : (100 * day) / days
      fill.style.width = `${share}%`
      thumb.style.left = `${share}%`
    },
    say(day, text) {
      element.setAttribute('aria-valuenow', String(day))
      element.setAttribute('aria-valuetext', text)
    },
    xOf(day) {
      const box = track.getBoundingClientRect()
      return box.left + (days === 0 ? 0 : (box.width * day) / days)
    },
  }
}
