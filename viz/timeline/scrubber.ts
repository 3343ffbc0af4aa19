import { h } from '../dom.ts'

export interface Scrubber {
  readonly element: HTMLElement
  readonly playhead: (day: number) => void
  /** What a screen reader says; told seldom, never per frame. */
  readonly say: (day: number, text: string) => void
}

/** The slider of days: mouse, touch and pen by pointer events, arrows, pages, Home and End by keys. */
export function createScrubber(
  days: number,
  options: {
    readonly label: string
    readonly hold: () => void
    readonly seek: (day: number) => void
    readonly release: () => void
  },
): Scrubber {
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
    track,
  )
  let dragged: number | null = null

  function seekTo(event: PointerEvent): void {
    const box = track.getBoundingClientRect()
    const share = box.width === 0 ? 0 : (event.clientX - box.left) / box.width
    options.seek(Math.round(Math.min(1, Math.max(0, share)) * days))
  }

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    dragged = event.pointerId
    element.setPointerCapture(event.pointerId)
    options.hold()
    seekTo(event)
  })
  element.addEventListener('pointermove', (event) => {
    if (event.pointerId === dragged) seekTo(event)
  })
  for (const end of ['pointerup', 'pointercancel'] as const) {
    element.addEventListener(end, (event) => {
      if (event.pointerId !== dragged) return
      dragged = null
      options.release()
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
  }
}
