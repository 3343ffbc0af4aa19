/** What the reader chose, kept between visits where the browser allows it. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`qunxiang.${key}`)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  tryToRemember(key, value)
}

/** The same, telling whether it is kept: private windows, files opened from disk and full disks may refuse. */
export function tryToRemember(key: string, value: string): boolean {
  try {
    localStorage.setItem(`qunxiang.${key}`, value)
    return true
  } catch {
    return false // the page works without
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(`qunxiang.${key}`)
  } catch {
    // Nothing was kept.
  }
}
