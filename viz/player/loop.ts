/** Calls `frame` with the seconds since the last one while it is running and the page can be seen. */
export interface Loop {
  readonly start: () => void
  readonly stop: () => void
}

/** Longest step: after a hitch the clock goes on slowly instead of jumping. */
const LONGEST = 0.25

export function createLoop(frame: (seconds: number) => void): Loop {
  let request = 0
  let wanted = false
  let before = 0

  function tick(now: number): void {
    request = requestAnimationFrame(tick)
    const seconds = Math.min(LONGEST, Math.max(0, (now - before) / 1000))
    before = now
    frame(seconds)
  }

  function settle(): void {
    const running = wanted && !document.hidden
    if (running && request === 0) {
      before = performance.now()
      request = requestAnimationFrame(tick)
    } else if (!running && request !== 0) {
      cancelAnimationFrame(request)
      request = 0
    }
  }

  document.addEventListener('visibilitychange', settle)
  return {
    start() {
      wanted = true
      settle()
    },
    stop() {
      wanted = false
      settle()
    },
  }
}
