/** Where in a log something was found. */
export interface LogPlace {
  readonly file: string
  /** Counted from 1; null when it is not about one line. */
  readonly line: number | null
  /** The day (0-based) whose facts stand there; null before the first and after the last. */
  readonly day: number | null
}

/** A log cannot be read: cut, changed, of another version. The input is wrong, not we. */
export class LogError extends Error {
  override readonly name = 'LogError'
  readonly place: LogPlace

  /** `says` is the whole sentence: what must hold, and what was found. */
  constructor(place: LogPlace, says: string) {
    const line = place.line === null ? '' : `:${place.line}`
    super(`${place.file}${line}: ${says}${place.day === null ? '' : ` (day ${place.day})`}`)
    this.place = place
  }
}

const SHOWN = 80

/** A value as it is quoted in a message: short, and telling text from numbers. */
export function quote(value: unknown): string {
  const short = typeof value === 'string' ? value.slice(0, SHOWN + 1) : value // it may be a whole file
  const text = short === undefined ? 'nothing' : JSON.stringify(short)
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`
}
