/** Longest that seats take to find their new places, in ms. */
const FLIGHT_MS = 360

/** Calls `draw` with 0–1 until the places are reached, and then `land`; returns what stops it on the spot. */
export function fly(draw: (part: number) => void, land: () => void): () => void {
  let request = requestAnimationFrame(begin)

  function begin(began: number): void {
    draw(0)
    request = requestAnimationFrame(function on(now) {
      const part = (now - began) / FLIGHT_MS
      if (part >= 1) return land()
      draw(eased(part))
      request = requestAnimationFrame(on)
    })
  }

  return () => cancelAnimationFrame(request)
}

/** Slow at both ends. */
function eased(part: number): number {
  return part * part * (3 - 2 * part)
}
