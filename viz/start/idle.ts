/** Longest wait for a quiet moment, in milliseconds; the same where the browser cannot tell one. */
const LONGEST_MS = 2000
const SOON_MS = 200

/** Calls once when the page has loaded and nothing is under way. Returns a function that takes it back. */
export function whenIdle(call: () => void): () => void {
  let takeBack = (): void => {}
  function wait(): void {
    if (typeof requestIdleCallback === 'function') {
      const request = requestIdleCallback(call, { timeout: LONGEST_MS })
      takeBack = () => cancelIdleCallback(request)
    } else {
      const timer = setTimeout(call, SOON_MS)
      takeBack = () => clearTimeout(timer)
    }
  }
  if (document.readyState === 'complete') wait()
  else {
    addEventListener('load', wait, { once: true })
    takeBack = () => removeEventListener('load', wait)
  }
  return () => takeBack()
}
