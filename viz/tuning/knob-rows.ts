import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { SECTIONS } from './knobs.ts'
import type { Knob, KnobName, SectionName, Turns } from './knobs.ts'
import { TUNING_TEXTS } from './texts.ts'
import { knobValue } from './turn-text.ts'

/** The sliders: one a knob, in sections that can be folded. */
export interface KnobRows {
  readonly element: HTMLElement
  /** The same sliders stay in the document as long as they are the same: somebody may have one in her hand. */
  readonly show: (knobs: readonly Knob[], turns: Turns, words: Words) => void
}

interface Row {
  readonly input: HTMLInputElement
  readonly output: HTMLElement
  readonly before: HTMLElement
  knob: Knob
}

export function createKnobs(options: {
  /** A slider moves. */
  readonly drag: (name: KnobName, value: number) => void
  /** A slider was let go. */
  readonly settle: () => void
}): KnobRows {
  const element = h('div', { class: 'knobs' })
  const rows = new Map<KnobName, Row>()
  let words: Words
  let built = ''

  function show(knobs: readonly Knob[], turns: Turns, next: Words): void {
    words = next
    const key = JSON.stringify([words.locale, knobs.map(({ name, min, handy }) => [name, min, handy])])
    if (key !== built) {
      built = key
      build(knobs)
    }
    for (const knob of knobs) {
      const row = rows.get(knob.name)
      if (row) showRow(row, knob, turns.get(knob.name) ?? knob.value)
    }
  }

  function build(knobs: readonly Knob[]): void {
    const says = TUNING_TEXTS[words.locale]
    rows.clear()
    const sections = (Object.keys(SECTIONS) as SectionName[]).flatMap((name) => {
      const names: readonly KnobName[] = SECTIONS[name]
      const own = knobs.filter((knob) => names.includes(knob.name))
      if (own.length === 0) return []
      const fold = h(
        'details',
        { id: `knobs-${name}` },
        h('summary', {}, says.sections[name]),
        ...own.map(buildRow),
      )
      fold.open = name === 'ads' || name === 'content'
      return [fold]
    })
    element.replaceChildren(h('h3', {}, says.sliders), ...sections)
  }

  function buildRow(knob: Knob): HTMLElement {
    const id = `knob-${knob.name}`
    const output = h('output', { for: id })
    const before = h('span', { class: 'quiet' })
    const input = h('input', {
      type: 'range',
      id,
      min: knob.min,
      max: knob.handy,
      step: knob.step,
      oninput: () => turned(row),
      onchange: () => options.settle(),
    })
    const row: Row = { input, output, before, knob }
    rows.set(knob.name, row)
    const label = h('label', { for: id }, TUNING_TEXTS[words.locale].knobs[knob.name])
    return h('div', { class: 'knob' }, label, output, input, before)
  }

  function turned(row: Row): void {
    const value = Number(row.input.value)
    write(row.output, knobValue(row.knob, value, words))
    row.input.setAttribute('aria-valuetext', knobValue(row.knob, value, words))
    options.drag(row.knob.name, value)
  }

  function showRow(row: Row, knob: Knob, value: number): void {
    row.knob = knob
    const text = knobValue(knob, value, words)
    // While it is being dragged, the hand is ahead of what is computed.
    if (document.activeElement !== row.input || Number(row.input.value) === value)
      row.input.value = String(value)
    write(row.output, knobValue(knob, Number(row.input.value), words))
    row.input.setAttribute('aria-valuetext', text)
    const isTurned = value !== knob.value
    write(
      row.before,
      isTurned ? TUNING_TEXTS[words.locale].before({ value: knobValue(knob, knob.value, words) }) : '',
    )
    row.input.parentElement?.classList.toggle('is-turned', isTurned)
  }

  return { element, show }
}
