import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'
import type { Side } from '../player/side.ts'
import { findPeople } from './find-people.ts'
import type { Findable } from './find-people.ts'
import { FIND_TEXTS } from './find-texts.ts'
import { nicknameOf } from './nickname.ts'
import './find.css'

const SHOWN_MOST = 20

/** Looks for a member by number or nickname. Loaded when first asked for. */
export function openFind(options: {
  readonly sides: readonly Side[]
  readonly words: Words
  /** Goes to a seat; the dialog is closed by then. */
  readonly choose: (side: Side, seat: number) => void
}): void {
  const { sides, words, choose } = options
  const texts = FIND_TEXTS[words.locale]
  const people = sides.flatMap((side, at) => peopleOn(side, at, words))
  const results = h('ul', { class: 'find-results' })
  const told = h('p', { class: 'quiet', role: 'status' }, texts.hint)
  const input = h('input', {
    type: 'search',
    class: 'find-wish',
    'aria-label': texts.wish,
    placeholder: texts.wish,
    autocomplete: 'off',
    oninput: show,
  })
  const dialog = openDialog(texts.title, words.texts.close, input, told, results)
  dialog.classList.add('find')
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const first = results.querySelector('button')
    if (event.key === 'Enter') first?.click()
    else if (event.key === 'ArrowDown') first?.focus()
    else return
    event.preventDefault()
  })
  results.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    const buttons = [...results.querySelectorAll('button')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement) + by
    ;(at < 0 ? input : buttons[at])?.focus()
    event.preventDefault()
  })
  input.focus()

  function show(): void {
    const found = findPeople(people, input.value, SHOWN_MOST + 1)
    results.replaceChildren(...found.slice(0, SHOWN_MOST).map(itemOf))
    if (input.value.trim() === '') told.textContent = texts.hint
    else if (found.length === 0) told.textContent = texts.nobody
    else if (found.length > SHOWN_MOST) told.textContent = texts.many({ count: String(SHOWN_MOST) })
    else told.textContent = texts.found({ count: words.format.count(found.length) })
  }

  function itemOf({ side: at, seat, person, name }: Findable): HTMLElement {
    const side = sides[at] as Side
    const joined = words.texts.day({ day: words.format.count((side.playback?.joinedDay[seat] ?? 0) + 1) })
    const button = h(
      'button',
      { type: 'button', onclick: () => take(side, seat) },
      ...(sides.length > 1 ? [h('span', { class: 'letter' }, side.letter)] : []),
      h('strong', {}, name),
      h('span', { class: 'quiet' }, `#${person}`),
      h('span', { class: 'quiet' }, texts.joined({ day: joined })),
    )
    return h('li', {}, button)
  }

  function take(side: Side, seat: number): void {
    // The dialog gives the focus back as it closes; only then can a seat have it.
    dialog.addEventListener('close', () => choose(side, seat), { once: true })
    dialog.close()
  }
}

function peopleOn({ playback }: Side, side: number, { texts, gap }: Words): Findable[] {
  if (!playback) return []
  return Array.from(playback.person, (person, seat) => ({
    side,
    seat,
    person,
    name: nicknameOf(person, texts.nicknames, gap),
  }))
}
