import { describe, expect, it } from 'vitest'
import { createUndo } from '../../../viz/player/undo.ts'

const change = (before: number, after: number, key?: string) => ({
  before,
  after,
  says: () => `${before} → ${after}`,
  ...(key !== undefined && { key }),
})

describe('what was done', () => {
  it('is taken back and done again in its order', () => {
    const undo = createUndo<number>()
    undo.note(change(1, 2))
    undo.note(change(2, 3))
    expect(undo.undo()?.before).toBe(2)
    expect(undo.undo()?.before).toBe(1)
    expect(undo.undo()).toBeNull()
    expect(undo.redo()?.after).toBe(2)
    expect(undo.redo()?.after).toBe(3)
    expect(undo.redo()).toBeNull()
  })
  it('cannot be done again once something else was done', () => {
    const undo = createUndo<number>()
    undo.note(change(1, 2))
    undo.undo()
    undo.note(change(1, 5))
    expect(undo.canRedo()).toBe(false)
    expect(undo.undo()?.after).toBe(5)
  })
  it('is one thing while a slider is dragged, and another after it was let go', () => {
    const undo = createUndo<number>()
    undo.note(change(1, 2, 'ads'))
    undo.note(change(2, 3, 'ads'))
    undo.settle()
    undo.note(change(3, 4, 'ads'))
    expect(undo.undo()).toMatchObject({ before: 3, after: 4 })
    expect(undo.undo()).toMatchObject({ before: 1, after: 3 })
    expect(undo.canUndo()).toBe(false)
  })
  it('is kept apart by its key', () => {
    const undo = createUndo<number>()
    undo.note(change(1, 2, 'ads'))
    undo.note(change(2, 3, 'posts'))
    expect(undo.undo()?.before).toBe(2)
  })
})
