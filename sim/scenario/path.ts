import { shorten } from './problem.ts'

/** Keys of maps and numbers of items, from the top of a scenario down. */
export type Path = readonly (string | number)[]

/** `plan[1].ads.perDay` of `['plan', 1, 'ads', 'perDay']`; odd keys are quoted. */
export function formatPath(path: Path): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (!PLAIN_KEY.test(step) || step.length > 60) text += `[${JSON.stringify(shorten(step))}]`
    else text += text === '' ? step : `.${step}`
  }
  return text
}

/** What was meant to be a path, in a message: short, and quoted where it would break the line. */
export function tellPath(text: string): string {
  return /\p{Cc}/u.test(text) ? JSON.stringify(shorten(text)) : shorten(text)
}

/** The steps of `plan[1].ads.perDay`; null if that is not how a path is written. */
export function parsePath(text: string): Path | null {
  const path: (string | number)[] = []
  for (let rest = text; rest !== '';) {
    const match = STEP.exec(rest)
    if (match === null) return null
    const [whole, index, dot, key = ''] = match
    if (index === undefined && (dot === '.') !== path.length > 0) return null
    path.push(index === undefined ? key : Number(index))
    rest = rest.slice(whole.length)
  }
  return path.length > 0 && typeof path[0] === 'string' ? path : null
}

const PLAIN_KEY = /^[\p{L}\p{N}_$-]+$/u
const STEP = /^(?:\[(\d{1,6})\]|(\.?)([\p{L}\p{N}_$-]+))/u
