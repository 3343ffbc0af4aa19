/** A change that can be taken back: the states on both sides of it, and what it is called. */
export interface Change<State> {
  readonly before: State
  readonly after: State
  /** In the language of the moment, as in 「已撤销：…」. */
  readonly says: () => string
  /** Changes of one key that follow each other are one: a slider that is dragged. */
  readonly key?: string
}

/** What was done and can be taken back, and what was taken back and can be done again. */
export interface Undo<State> {
  readonly note: (change: Change<State>) => void
  readonly undo: () => Change<State> | null
  readonly redo: () => Change<State> | null
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** What was dragged was let go: the next change of the same key is another one. */
  readonly settle: () => void
  readonly forget: () => void
}

export function createUndo<State>(): Undo<State> {
  let done: Change<State>[] = []
  let undone: Change<State>[] = []
  let isSettled = true
  return {
    note(change) {
      const last = done.at(-1)
      if (!isSettled && last && change.key !== undefined && last.key === change.key)
        done[done.length - 1] = { ...change, before: last.before }
      else done.push(change)
      undone = []
      isSettled = false
    },
    undo() {
      const change = done.pop()
      if (!change) return null
      undone.push(change)
      isSettled = true
      return change
    },
    redo() {
      const change = undone.pop()
      if (!change) return null
      done.push(change)
      isSettled = true
      return change
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    settle() {
      isSettled = true
    },
    forget() {
      done = []
      undone = []
    },
  }
}
