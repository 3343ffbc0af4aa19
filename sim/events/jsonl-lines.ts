import { LogError } from './log-error.ts'

/** Takes a text in pieces and gives it back in lines. */
export interface LineSplitter {
  readonly push: (text: string) => void
  /** To be called when there is no more: what follows the last line feed is half a line. */
  readonly end: () => void
}

/** No line of a log comes near this; a file without line feeds is no log, and must not fill the memory. */
const LONGEST = 16_000_000

/** Splits at "\n" alone: "\r" stays in its line, where the reader refuses it. */
export function createLineSplitter(
  file: string,
  onLine: (text: string, lineNumber: number) => void,
): LineSplitter {
  let started: string[] = []
  let length = 0
  let line = 1
  return { push, end }

  function push(text: string): void {
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      const rest = text.slice(from, at)
      onLine(started.length === 0 ? rest : started.join('') + rest, line)
      started = []
      length = 0
      line += 1
      from = at + 1
    }
    if (from === text.length) return
    started.push(text.slice(from))
    length += text.length - from
    if (length > LONGEST) {
      throw new LogError(
        { file, line, day: null },
        `a line must have at most ${LONGEST} characters, got more`,
      )
    }
  }

  function end(): void {
    if (length === 0) return
    const says =
      'every line must end with a line feed, got the end of the file in the middle of one: the log was cut'
    throw new LogError({ file, line, day: null }, says)
  }
}
