import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'
import { titleOf } from '../player/library.ts'
import type { Library } from '../player/library.ts'
import { freeLetter, nameOf } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import { addressWith } from './address.ts'
import { groupScenarios } from './groups.ts'
import './chooser.css'

/** All scenarios by question; each is a link that puts it on the chosen side. Loaded when first asked for. */
export function openChooser(options: {
  readonly library: Library
  readonly sides: readonly Side[]
  readonly words: Words
  /** Puts one more beside what is there, branches and all. */
  readonly add: (name: string) => void
}): void {
  const { library, sides, words, add } = options
  const { texts, locale } = words
  // Those that an address can name; a branch goes where its plan goes.
  const alone = sides.filter(({ parent }) => !parent)
  const names = alone.map((side) => side.name)
  const free = freeLetter(sides)
  const links = new Map<string, HTMLAnchorElement>()
  let at = 0

  const targets = [
    ...alone.map((side) => ({
      letter: side.letter,
      says: texts.chooser.instead({ name: nameOf(side, locale) }),
    })),
    ...(free === null ? [] : [{ letter: free, says: texts.chooser.beside }]),
  ]
  const places = targets.map(({ letter, says }, place) =>
    h('button', { type: 'button', onclick: () => aim(place) }, h('strong', {}, letter), h('span', {}, says)),
  )
  const place = h(
    'div',
    { class: 'switch chooser-place', role: 'group', 'aria-label': texts.chooser.place },
    ...places,
  )
  const groups = groupScenarios(Object.keys(library.scenarios)).map(({ group, families }) => {
    const id = `group-${group}`
    const items = families.map(({ name, variants }) =>
      h('li', {}, link(name), ...(variants.length > 0 ? [h('ul', {}, ...variants.map(item))] : [])),
    )
    return h(
      'section',
      { 'aria-labelledby': id },
      h('h3', { id }, texts.chooser.groups[group]),
      h('ul', {}, ...items),
    )
  })
  const dialog = openDialog(
    texts.chooser.title,
    texts.close,
    place,
    h('div', { class: 'chooser-groups' }, ...groups),
  )
  dialog.classList.add('chooser')
  aim(0)

  function item(name: string): HTMLElement {
    return h('li', {}, link(name))
  }

  /** A log that was opened is in no address: then the scenario goes to a window of its own. */
  function link(name: string): HTMLAnchorElement {
    const target = sides.some(({ log }) => log) ? '_blank' : false
    const choose = (event: MouseEvent): void => {
      const wantsWindow = event.ctrlKey || event.metaKey || event.shiftKey
      if (at < alone.length || wantsWindow) return
      event.preventDefault()
      dialog.close()
      add(name)
    }
    const made = h('a', { target, onclick: choose }, titleOf(library, name, locale))
    links.set(name, made)
    return made
  }

  function aim(next: number): void {
    at = next
    places.forEach((button, each) => button.setAttribute('aria-pressed', String(each === at)))
    for (const [name, link] of links) {
      link.href = addressWith(location.search, { names, at, name })
      if (names[at] === name) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
}
