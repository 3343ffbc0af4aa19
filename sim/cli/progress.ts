/** A bar on standard error, for work that takes a while. */
export interface Progress {
  /** How much is done, 0–1, and a word about where. */
  readonly show: (share: number, where: string) => void
  /** Takes the bar away. */
  readonly clear: () => void
}

/** Milliseconds before a bar appears, and between two pictures of it. */
const PATIENCE = 1000
const REDRAW = 100
const BAR = 24

/** A bar where somebody watches; nothing where standard error is a file or a pipe. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} }
  const start = performance.now()
  let drawn = 0
  return {
    show: (share, where) => {
      const now = performance.now()
      if (now - start < PATIENCE || now - drawn < REDRAW) return
      drawn = now
      const filled = Math.round(BAR * Math.min(1, share))
      const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled)
      // Some terminals call themselves 0 columns wide.
      const line = `${bar} ${Math.floor(share * 100)} % ${where}`.slice(0, (stream.columns || 80) - 1)
      stream.write(`\r\u001B[K${line}`)
    },
    clear: () => {
      if (drawn > 0) stream.write('\r\u001B[K')
      drawn = 0
    },
  }
}
