import { h } from '../dom.ts'

/** Hands a file to the reader, under a name that every system takes. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = h('a', { href: url, download: fileName(name), hidden: true })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), RELEASED_AFTER_MS)
}

/** Long enough for a browser that asks where to put it. */
const RELEASED_AFTER_MS = 60_000

/** What no system takes in a name becomes a dash. */
export function fileName(name: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is to be taken out
  return name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '-').slice(0, 120)
}
