/** What the reader chose, kept between visits where the browser allows it. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`qunxiang.${key}`)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`qunxiang.${key}`, value)
  } catch {
    // Private windows and files opened from disk may refuse; the page works without.
  }
}
