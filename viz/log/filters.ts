import { KINDS } from '../../sim/index.ts'
import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { dayAsked, stateOfGroup, toggleGroup, toggleKind } from './choices.ts'
import type { Choices } from './choices.ts'
import { KIND_GROUPS, KIND_GROUP_NAMES } from './kinds.ts'
import type { LogTexts } from './log-texts.ts'

export interface FiltersOptions {
  readonly words: Words
  readonly own: LogTexts
  readonly choices: Choices
  readonly days: number
  readonly groups: number
  /** Names of the causes, by code. */
  readonly causes: readonly string[]
  /** Number of facts of each kind, by code. */
  readonly counts: Uint32Array
  readonly changed: (choices: Choices) => void
}

export interface Filters {
  readonly element: HTMLElement
  /** How many people the text in the field means; null for no text. */
  readonly showPeople: (count: number | null) => void
}

/** The fields by which the list is narrowed. */
export function createFilters(options: FiltersOptions): Filters {
  const { words, own, days, groups } = options
  let { choices } = options
  const change = (part: Partial<Choices>): void => {
    choices = { ...choices, ...part }
    showKinds()
    options.changed(choices)
  }

  const all = h('button', { type: 'button', onclick: () => change({ kinds: [] }) }, own.allKinds)
  const groupButtons = KIND_GROUP_NAMES.map((group) => ({
    group,
    button: h(
      'button',
      { type: 'button', onclick: () => change({ kinds: toggleGroup(choices.kinds, group) }) },
      own.groups[group],
    ),
  }))
  const kindFields = KIND_GROUP_NAMES.map((group) => ({ group, fields: fieldsOf(group) }))
  const kinds = h(
    'div',
    { class: 'log-kinds', role: 'group', 'aria-label': own.kinds },
    all,
    ...groupButtons.map(({ button }) => button),
  )
  const detail = h(
    'details',
    { class: 'log-detail' },
    h('summary', {}, own.kindsInDetail),
    h(
      'div',
      { class: 'log-detail-body' },
      h(
        'div',
        {},
        ...kindFields.map(({ group, fields }) =>
          h('fieldset', {}, h('legend', {}, own.groups[group]), ...fields.map(({ element }) => element)),
        ),
      ),
    ),
  )

  const found = h('span', { class: 'quiet', id: 'log-found', role: 'status' })
  const who = field('log-who', {
    value: choices.who,
    placeholder: own.whoHint,
    'aria-describedby': 'log-found',
    oninput: () => change({ who: who.value }),
  })
  const from = dayField('log-from', choices.from, () => change({ from: dayAsked(from.value) }))
  const to = dayField('log-to', choices.to, () => change({ to: dayAsked(to.value) }))
  const cause = choiceOf('log-cause', own.anyCause, options.causes, choices.cause, (code) =>
    change({ cause: code }),
  )
  const names = Array.from({ length: groups }, (_, at) => words.format.count(at + 1))
  const group = choiceOf('log-group', own.anyGroup, names, choices.group, (at) => change({ group: at }))
  const element = h(
    'div',
    { class: 'log-filters', role: 'search', 'aria-label': own.filters },
    kinds,
    detail,
    h(
      'div',
      { class: 'log-fields' },
      labelled(own.who, who, found),
      labelled(own.fromDay, from),
      labelled(own.toDay, to),
      labelled(own.cause, cause),
      ...(groups > 1 ? [labelled(own.group, group)] : []),
    ),
  )

  function fieldsOf(group: (typeof KIND_GROUP_NAMES)[number]) {
    return KIND_GROUPS[group].map((name) => {
      const { code } = KINDS[name]
      const count = options.counts[code] ?? 0
      const box = h('input', {
        type: 'checkbox',
        onchange: () => change({ kinds: toggleKind(choices.kinds, code) }),
      })
      const element = h(
        'label',
        { class: count === 0 ? 'log-kind-box none' : 'log-kind-box' },
        box,
        h('span', {}, own.kindNames[name]),
        h('span', { class: 'quiet' }, words.format.count(count)),
      )
      return { code, box, element }
    })
  }

  function showKinds(): void {
    all.setAttribute('aria-pressed', String(choices.kinds.length === 0))
    for (const { group, button } of groupButtons)
      button.setAttribute('aria-pressed', stateOfGroup(choices.kinds, group))
    for (const { code, box } of kindFields.flatMap(({ fields }) => fields))
      box.checked = choices.kinds.includes(code)
  }

  function dayField(id: string, value: number | null, oninput: () => void): HTMLInputElement {
    const placeholder = id === 'log-from' ? '1' : String(days)
    return field(id, { type: 'number', min: 1, max: days, value: value ?? '', placeholder, oninput })
  }

  showKinds()
  return {
    element,
    showPeople(count) {
      who.setAttribute('aria-invalid', String(count === 0))
      if (count === null) return write(found, '')
      write(found, count === 0 ? own.whoNobody : own.whoFound({ count: words.format.count(count) }))
    },
  }
}

function field(id: string, attributes: Parameters<typeof h>[1]): HTMLInputElement {
  return h('input', { id, type: 'text', autocomplete: 'off', spellcheck: 'false', ...attributes })
}

function labelled(text: string, control: HTMLElement, ...after: readonly Node[]): HTMLElement {
  return h('div', { class: 'log-field' }, h('label', { for: control.id }, text), control, ...after)
}

/** A list of names to choose from, by their numbers; null for any. */
function choiceOf(
  id: string,
  any: string,
  names: readonly string[],
  chosen: number | null,
  changed: (number: number | null) => void,
): HTMLSelectElement {
  const select = h(
    'select',
    { id, onchange: () => changed(select.value === '' ? null : Number(select.value)) },
    h('option', { value: '' }, any),
    ...names.map((name, at) => h('option', { value: at }, name)),
  )
  select.value = chosen === null ? '' : String(chosen)
  return select
}
