import { COLOUR_BYS } from '../stage/look.ts'
import type { ColourBy } from '../stage/look.ts'
import type { View } from '../player/frames.ts'
import type { SavedSide } from './line-up.ts'

/** What a reload of this tab must not lose and no address can hold. */
export interface Session {
  /** For which scenarios and seed this was: of others it says nothing. */
  readonly key: string
  readonly sides: readonly SavedSide[]
  /** Letter of the side in focus. */
  readonly focused: string
  /** What the colours of the walls stand for; left out: states. */
  readonly colourBy?: ColourBy
  readonly view?: View
}

const KEY = 'qunxiang.session'

export function sessionKey(names: readonly string[], seed: string): string {
  return JSON.stringify([names, seed])
}

/** What was kept for these scenarios; null where there is nothing that could be it. */
export function recallSession(key: string): Session | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as unknown
    return isSession(kept) && kept.key === key ? kept : null
  } catch {
    return null
  }
}

export function keepSession(session: Session): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(session))
  } catch {
    // A full or forbidden store costs the branches at the next reload, and nothing else.
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false
  const { key, sides, focused, colourBy, view } = value as Record<string, unknown>
  return (
    typeof key === 'string' &&
    typeof focused === 'string' &&
    Array.isArray(sides) &&
    sides.every(isSaved) &&
    [undefined, ...COLOUR_BYS].some((each) => each === colourBy) &&
    [undefined, 'truth', 'owner'].some((each) => each === view)
  )
}

function isSaved(value: unknown): value is SavedSide {
  if (typeof value !== 'object' || value === null) return false
  const { letter, name, forks, parent, log } = value as Record<string, unknown>
  return (
    typeof letter === 'string' &&
    typeof name === 'string' &&
    [parent, log].every((key) => key === null || typeof key === 'string') &&
    Array.isArray(forks) &&
    forks.every(isFork)
  )
}

function isFork(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { at, edits } = value as Record<string, unknown>
  const isEdit = (edit: unknown): boolean =>
    typeof edit === 'object' && edit !== null && typeof (edit as Record<string, unknown>)['path'] === 'string'
  return Number.isInteger(at) && Array.isArray(edits) && edits.every(isEdit)
}
