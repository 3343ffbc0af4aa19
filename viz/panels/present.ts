/** How long a pointer that rests stays to be seen. */
const CURSOR_MS = 3000

/** The page for a room: nothing but the stage, over the whole screen where the browser allows it. */
export interface Presenting {
  readonly toggle: () => void
  /** Ends it; false where there was nothing to end. */
  readonly end: () => boolean
}

export function createPresenting(changed: () => void): Presenting {
  const root = document.documentElement
  let resting: ReturnType<typeof setTimeout> | undefined

  function rest(): void {
    clearTimeout(resting)
    root.classList.remove('no-cursor')
    resting = setTimeout(() => root.classList.add('no-cursor'), CURSOR_MS)
  }

  function begin(): void {
    root.classList.add('presenting')
    addEventListener('pointermove', rest)
    rest()
    // Where it is refused (a phone, a frame), the page fills the window all the same.
    if (document.fullscreenEnabled) root.requestFullscreen().catch(() => {})
    changed()
  }

  function end(): boolean {
    if (!root.classList.contains('presenting')) return false
    root.classList.remove('presenting', 'no-cursor')
    clearTimeout(resting)
    removeEventListener('pointermove', rest)
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
    changed()
    return true
  }

  // Esc in full screen is the browser's own.
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement) end()
  })
  return {
    toggle() {
      if (!end()) begin()
    },
    end,
  }
}
