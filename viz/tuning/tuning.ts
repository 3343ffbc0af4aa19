import type { Scenario } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { AsideContext, AsidePanel } from '../panels/aside-panel.ts'
import { forkDayOf, freeLetter } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import { CHIP_NAMES, turnsOfChip } from './chips.ts'
import type { ChipName } from './chips.ts'
import { createKnobs } from './knob-rows.ts'
import { editsOf, knobsOf, planBefore, turnsIn } from './knobs.ts'
import type { Knob, KnobName, Turns } from './knobs.ts'
import { createMany } from './many.ts'
import type { NamedPlan } from './many.ts'
import { saveSide } from './save.ts'
import { TUNING_TEXTS } from './texts.ts'
import { turnText } from './turn-text.ts'
import type { TuningTexts } from './texts.ts'
import { createWhatChanged } from './what-changed.ts'
import './tuning.css'

/** A slider that rests so long is taken at its word. */
const DRAG_MS = 120
/** So long after that the run on the wall may wait for many runs that are under way, which want all cores. */
const YIELD_MS = 600
const LOOK_EVERY_MS = 20

/** New values by knob; null takes one back. */
type Changes = ReadonlyMap<KnobName, number | null>

/** Where a change takes hold, and what it is a change of. */
interface Ground {
  readonly side: Side
  /** The plan before the change. */
  readonly scenario: Scenario
  /** 0-based day from which on it holds. */
  readonly at: number
  /** The side is the branch that is being changed, not the one to branch from. */
  readonly isBranch: boolean
}

/**
 * The tab in which a plan is changed from a day on. On a side that stands by itself the first change makes a branch; on a
 * branch every change changes that branch, until the reader wants another one.
 */
export function createTuning(context: AsideContext): AsidePanel {
  const head = h('div', { class: 'tuning-head' })
  const chips = h('div', { class: 'chips', role: 'group' })
  const turned = h('ul', { class: 'turned' })
  const progress = h('progress', { max: 1, value: 0, hidden: true })
  const rows = createKnobs({
    drag,
    settle() {
      isSettling = true
      rest()
    },
  })
  const many = createMany(context)
  const changed = createWhatChanged(context)
  const element = h(
    'div',
    { class: 'tuning' },
    ...[head, chips, turned, progress, rows.element, many.element, changed.element],
  )
  /** What a slider in somebody's hand says and the line-up does not know yet. */
  const draft = new Map<KnobName, number>()
  let dragging: ReturnType<typeof setTimeout> | undefined
  /** That slider was let go: what it says is one change, and the next is another. */
  let isSettling = false
  /** The side that it is a change of. */
  let drafted: Side | null = null
  /** On a branch: the next change makes a new one from the day that is shown. */
  let again = false

  function says(): TuningTexts {
    return TUNING_TEXTS[context.words().locale]
  }

  /** Null for what cannot be changed: a log, or a run that is not there yet. */
  function ground(): Ground | null {
    const side = context.side()
    const { playback, log } = side
    if (!playback || log) return null
    const forkDay = forkDayOf(side)
    if (forkDay !== null && !again && side.parent)
      return { side, scenario: planBefore(side, forkDay), at: forkDay, isBranch: true }
    const earliest = forkDay === null ? 0 : forkDay + 1 // two changes on one day would be one
    const at = Math.max(earliest, Math.min(context.day(), playback.days - 1))
    return { side, scenario: planBefore(side, at), at, isBranch: false }
  }

  function turnsOn({ side, scenario, at, isBranch }: Ground): Map<KnobName, number> {
    return isBranch ? turnsIn(scenario, at, side.forks.at(-1)?.edits ?? []) : new Map()
  }

  /** All knobs as they stand with these changes; null takes a knob back. */
  function turnsWith(on: Ground, changes: Changes): Map<KnobName, number> {
    const turns = turnsOn(on)
    const knobs = knobsOf(on.scenario, on.at)
    for (const [name, value] of changes) {
      if (value === null || knobs.find((knob) => knob.name === name)?.value === value) turns.delete(name)
      else turns.set(name, value)
    }
    return turns
  }

  /** Changes the branch, or makes one. */
  function turn(changes: Changes, key?: string): void {
    const on = ground()
    if (!on || changes.size === 0) return
    const edits = editsOf(on.scenario, on.at, turnsWith(on, changes))
    const told = tellTurns(changes, knobsOf(on.scenario, on.at))
    if (on.isBranch) context.lineUp.edit(edits, told, key)
    else if (edits.length > 0) {
      if (context.lineUp.branch({ at: on.at, edits }, told)) again = false
      else context.announce(says().full)
    }
  }

  /** While a slider moves: many runs at once, the one on the wall a moment later. */
  function drag(name: KnobName, value: number): void {
    if (draft.size === 0) drafted = context.side()
    draft.set(name, value)
    clearTimeout(dragging)
    dragging = setTimeout(() => rest(name), DRAG_MS)
    const on = ground()
    if (on) showMany(on, turnsWith(on, draft))
  }

  /** Takes the slider at its word, as soon as the cores are free. */
  function rest(key?: string, since = performance.now()): void {
    clearTimeout(dragging)
    if (many.isBusy() && performance.now() - since < YIELD_MS)
      dragging = setTimeout(() => rest(key, since), LOOK_EVERY_MS)
    else drop(key)
  }

  function drop(key?: string): void {
    const wasSettling = isSettling
    turn(takeDraft(), key)
    if (wasSettling) context.lineUp.settle()
  }

  /** What a slider says, for the last time. */
  function takeDraft(): ReadonlyMap<KnobName, number> {
    clearTimeout(dragging)
    const taken = new Map(draft)
    draft.clear()
    isSettling = false
    return taken
  }

  /** A slider's word holds for the side that it was given on, and for the branch that it makes of it. */
  function forgetOthers({ letter, parent }: Side): void {
    if (draft.size === 0 || !drafted || drafted.letter === letter || drafted === parent) return
    takeDraft()
  }

  /** The plan that is changed beside the one that it would be without the change. */
  function showMany({ side, scenario, at, isBranch }: Ground, turns: Turns): void {
    const { playback, parent } = side
    const whole = side.scenario
    if (!playback || !whole) return
    const old = isBranch && parent ? parent : side
    const before: NamedPlan = { letter: old.letter, scenario: whole, forks: old.forks }
    const letter = isBranch ? side.letter : (freeLetter(context.lineUp.sides()) ?? '')
    const forks = [...old.forks, { at, edits: editsOf(scenario, at, turns) }]
    many.show(turns.size === 0 ? [before] : [before, { letter, scenario: whole, forks }], playback.seed)
  }

  function tellTurns(changes: Changes, knobs: readonly Knob[]): () => string {
    return () => {
      const words = context.words()
      return [...changes]
        .flatMap(([name, value]) => {
          const knob = knobs.find((each) => each.name === name)
          return knob ? [turnText(knob, value ?? knob.value, words)] : []
        })
        .join(words.texts.comma)
    }
  }

  function rebuild(): void {
    const words = context.words()
    forgetOthers(context.side())
    const on = ground()
    chips.setAttribute('aria-label', says().chips)
    progress.setAttribute('aria-label', says().computing({ percent: '' }))
    if (!on) {
      head.replaceChildren(
        h('p', { class: 'quiet' }, context.side().log ? says().log : words.texts.preparing),
      )
      for (const part of [chips, turned, rows.element, many.element, changed.element]) part.hidden = true
      return
    }
    const knobs = knobsOf(on.scenario, on.at)
    const turns = turnsOn(on)
    for (const part of [chips, rows.element, many.element]) part.hidden = false
    buildHead(on, words)
    buildChips(knobs, turns)
    buildTurned(knobs, turns, words)
    rows.show(knobs, turnsWith(on, draft), words)
    showMany(on, turnsWith(on, draft))
    changed.show(on.isBranch ? on.side : null)
  }

  function buildHead({ side, at, isBranch }: Ground, { format }: Words): void {
    const text = says()
    const day = format.count(at + 1)
    const title = isBranch
      ? text.branch({ letter: side.letter, parent: side.parent?.letter ?? '', day })
      : text.here({ day })
    const { lineUp } = context
    const button = (id: string, name: string, act: () => void, isOff = false): HTMLElement =>
      h('button', { type: 'button', id, class: 'button', disabled: isOff, onclick: act }, name)
    const many = lineUp.sides().length > 1
    head.replaceChildren(
      h('h3', {}, title),
      h(
        'div',
        { class: 'tuning-tools' },
        button('undo', text.undo, () => context.undo(), !lineUp.canUndo()),
        button('redo', text.redo, () => context.redo(), !lineUp.canRedo()),
        ...(isBranch
          ? [
              button('branch-again', text.again, () => {
                again = true
                rebuild()
              }),
            ]
          : []),
        ...(many ? [button('side-by-side', text.compare, context.compare)] : []),
        ...(many
          ? [
              button('remove-side', text.remove({ letter: side.letter }), () =>
                lineUp.remove(side, () => says().removed({ letter: side.letter })),
              ),
            ]
          : []),
        button('save-side', text.save, () => void saveSide(side, context.library, context.words())),
      ),
    )
  }

  function buildChips(knobs: readonly Knob[], turns: Turns): void {
    const now = knobs.map((knob) => ({ ...knob, value: turns.get(knob.name) ?? knob.value }))
    const offered = CHIP_NAMES.map((name) => ({ name, would: turnsOfChip(name, now) }))
    chips.replaceChildren(
      ...offered.filter(({ would }) => would.size > 0).map(({ name, would }) => chipButton(name, would)),
    )
  }

  function chipButton(name: ChipName, would: Turns): HTMLElement {
    const act = (): void => {
      turn(new Map([...takeDraft(), ...would]))
      context.lineUp.settle()
    }
    return h(
      'button',
      { type: 'button', id: `chip-${name}`, class: 'button', onclick: act },
      says().chipNames[name],
    )
  }

  function buildTurned(knobs: readonly Knob[], turns: Turns, words: Words): void {
    turned.hidden = turns.size === 0
    turned.replaceChildren(
      ...[...turns].flatMap(([name, value]) => {
        const knob = knobs.find((each) => each.name === name)
        if (!knob) return []
        const text = turnText(knob, value, words)
        const back = (): void => {
          turn(new Map([[name, null]]))
          context.lineUp.settle()
        }
        const button = h(
          'button',
          {
            type: 'button',
            id: `back-${name}`,
            class: 'button round',
            'aria-label': says().back({ turn: text }),
            title: says().back({ turn: text }),
            onclick: back,
          },
          '×',
        )
        return [h('li', {}, h('span', {}, text), button)]
      }),
    )
  }

  return {
    element,
    rebuild,
    showDay() {
      const on = ground()
      if (on && !on.isBranch) rebuild()
    },
    draw: many.draw,
    branching(done) {
      progress.hidden = done >= 1
      progress.value = done
    },
    show() {},
    hide() {
      if (draft.size > 0) drop()
      changed.stop()
      many.stop()
    },
  }
}
