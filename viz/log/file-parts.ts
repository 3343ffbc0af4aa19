/** A file being put together. Parts are handed to the browser as they come, so that a long text need not be held. */
export interface FileParts {
  readonly push: (text: string) => void
  readonly file: () => Blob
}

/** Characters that are held at most before they are handed over. */
const HELD = 1_000_000

export function createFileParts(): FileParts {
  const parts: Blob[] = []
  let texts: string[] = []
  let length = 0
  return {
    push(text) {
      texts.push(text)
      length += text.length
      if (length < HELD) return
      parts.push(new Blob(texts))
      texts = []
      length = 0
    },
    file: () => new Blob([...parts, ...texts]),
  }
}
