import type { Edit, Fork } from '../../sim/index.ts'
import { keyOf } from '../files/kept.ts'
import type { Library } from '../player/library.ts'
import { createRuns } from '../player/runs.ts'
import {
  branchOf,
  computeSide,
  createSide,
  createSides,
  freeLetter,
  sideOfLog,
  sidesAfresh,
} from '../player/side.ts'
import type { OpenedLog, Side } from '../player/side.ts'
import { createUndo } from '../player/undo.ts'

/** What a change of the line-up is called, in the language of the moment. */
export type Says = () => string

/** What happened to the line-up. */
export interface LineUpEvents {
  /** News of the runs that were opened: `settled` when one has come to its end. */
  readonly heard: (side: Side, news: 'resolved' | 'progress' | 'settled') => void
  /** Other sides, or another one in focus. */
  readonly changed: () => void
  /** A branch is being computed: how much of it is done, 1 when it is there. */
  readonly branching: (done: number) => void
  readonly failed: (text: string) => void
}

/** The sides that are on the page, which of them is looked at, and what was done to them. */
export interface LineUp {
  readonly sides: () => readonly Side[]
  readonly focused: () => Side
  readonly seed: () => string
  /** Other scenarios, from the beginning; their history of changes begins anew. */
  readonly open: (
    names: readonly string[],
    seed: string,
    kept?: { readonly sides: readonly SavedSide[]; readonly logs: ReadonlyMap<string, OpenedLog> },
  ) => void
  /** A log in the place of a side; null: of all of them. */
  readonly openLog: (at: number | null, log: OpenedLog) => void
  /** One more scenario beside the others; it shows its progress in its place. */
  readonly add: (name: string, says: Says) => boolean
  /** All sides with another seed, or those sides. */
  readonly runAgain: (seed: string, sides?: readonly Side[]) => void
  /** A branch of the side in focus, in focus as soon as it is there; null where there is no room or no scenario. */
  readonly branch: (fork: Fork, says: Says) => boolean
  /** Other edits of the branch in focus. Changes with one key that follow each other are taken back together. */
  readonly edit: (edits: readonly Edit[], says: Says, key?: string) => boolean
  readonly settle: () => void
  readonly remove: (side: Side, says: Says) => void
  readonly focus: (side: Side) => void
  /** What was taken back or done again; null where there is nothing. */
  readonly undo: () => string | null
  readonly redo: () => string | null
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
}

/** A side as it can be kept beyond a reload. */
export interface SavedSide {
  readonly letter: string
  readonly name: string
  readonly forks: readonly Fork[]
  /** Letter of its parent. */
  readonly parent: string | null
  /** Key of the log that it shows. */
  readonly log: string | null
}

interface State {
  readonly sides: readonly Side[]
  readonly focused: Side
}

export function createLineUp(library: Library, events: LineUpEvents): LineUp {
  const first = createSides(library.names)
  let state: State = { sides: first, focused: first[0] as Side }
  let seed = library.seed
  let stopBranching = (): void => {}
  const undo = createUndo<State>()
  const runs = createRuns(library, (side, news) => {
    if (state.sides.includes(side)) events.heard(side, news) // else something took its place
  })

  function put(next: State): void {
    state = next
    events.changed()
  }

  function start(sides: readonly Side[], focused = sides[0]): void {
    stopBranching()
    undo.forget()
    state = { sides, focused: focused as Side }
    events.changed()
    const open = sides.filter(({ playback, failure }) => !playback && !failure)
    if (open.length > 0) runs.start(open, seed)
  }

  /** Computes a side behind the scenes; what is on the page stays until the new one is there. */
  function compute(side: Side, place: () => State, change: { says: Says; key?: string }): void {
    stopBranching()
    const stop = computeSide(side, { library, seed }, (news) => {
      if (news === 'progress') return events.branching(side.done)
      if (news !== 'settled') return
      events.branching(1)
      if (side.failure) return events.failed(side.failure === 'unknown' ? side.name : side.failure.text)
      const before = state
      const after = place()
      undo.note({ before, after, ...change })
      put(after)
    })
    stopBranching = () => {
      stop()
      events.branching(1)
      stopBranching = () => {}
    }
  }

  function take(change: { readonly says: Says } | null, next: State | undefined): string | null {
    if (!change || !next) return null
    stopBranching()
    put(next)
    return change.says()
  }

  return {
    sides: () => state.sides,
    focused: () => state.focused,
    seed: () => seed,
    open(names, next, kept) {
      seed = next
      const sides = kept ? sidesOf(kept.sides, kept.logs) : []
      start(sides.length > 0 ? sides : createSides(names))
    },
    openLog(at, log) {
      const old = state.sides[at ?? 0]
      if (!old) return
      stopBranching()
      const side = sideOfLog(old.letter, log)
      if (at === null) return start([side])
      put({
        sides: state.sides.map((each) => (each === old ? side : each)),
        focused: state.focused === old ? side : state.focused,
      })
    },
    add(name, says) {
      const letter = freeLetter(state.sides)
      if (letter === null) return false
      const side = createSide(letter, name)
      const before = state
      put({ sides: [...before.sides, side], focused: before.focused })
      undo.note({ before, after: state, says })
      runs.start([side], seed)
      return true
    },
    runAgain(next, sides) {
      runs.stop()
      seed = next
      const at = sides ? 0 : state.sides.indexOf(state.focused)
      const fresh = sides ?? sidesAfresh(state.sides)
      start(fresh, fresh[at])
    },
    branch(fork, says) {
      const letter = freeLetter(state.sides)
      const side = letter === null ? null : branchOf(state.focused, letter, fork)
      if (!side) return false
      compute(side, () => ({ sides: [...state.sides, side], focused: side }), { says })
      return true
    },
    edit(edits, says, key) {
      const old = state.focused
      const last = old.forks.at(-1)
      if (!last || !old.scenario || old.log) return false
      const forks = [...old.forks.slice(0, -1), { at: last.at, edits }]
      const side: Side = { ...old, forks, playback: null, failure: null, done: 0 }
      const instead = (): State => ({
        sides: state.sides.map((each) => (each === old ? side : each)),
        focused: side,
      })
      compute(side, instead, { says, ...(key !== undefined && { key }) })
      return true
    },
    settle: undo.settle,
    remove(side, says) {
      if (state.sides.length < 2 || !state.sides.includes(side)) return
      const sides = state.sides.filter((each) => each !== side)
      const parent = side.parent && sides.includes(side.parent) ? side.parent : sides[0]
      const after = { sides, focused: state.focused === side ? (parent as Side) : state.focused }
      undo.note({ before: state, after, says })
      put(after)
    },
    focus(side) {
      if (side !== state.focused && state.sides.includes(side)) put({ ...state, focused: side })
    },
    undo() {
      const change = undo.undo()
      return take(change, change?.before)
    },
    redo() {
      const change = undo.redo()
      return take(change, change?.after)
    },
    canUndo: undo.canUndo,
    canRedo: undo.canRedo,
  }
}

/** Sides as they were kept; each comes after its parent. */
function sidesOf(saved: readonly SavedSide[], logs: ReadonlyMap<string, OpenedLog>): Side[] {
  const sides: Side[] = []
  for (const { letter, name, forks, parent, log } of saved) {
    const opened = logs.get(letter)
    if (log !== null && !opened) continue
    sides.push(
      opened
        ? sideOfLog(letter, opened)
        : createSide(letter, name, {
            forks,
            parent: sides.find((each) => each.letter === parent) ?? null,
          }),
    )
  }
  return sides
}

export function savedSides(sides: readonly Side[]): SavedSide[] {
  return sides.map(({ letter, name, forks, parent, log }) => ({
    letter,
    name,
    forks,
    parent: parent?.letter ?? null,
    log: log ? keyOf(log) : null,
  }))
}
