import { h } from '../dom.ts'
import type { Table } from '../charts/chart.ts'
import type { Format } from '../locales/format.ts'
import type { Messages } from '../locales/zh-Hans.ts'
import type { Playback } from '../../sim/index.ts'
import { KEY_SECTIONS } from '../timeline/keys.ts'
import type { Key } from '../timeline/keys.ts'

let dialogs = 0

/** Shows a dialog; it is gone from the page once closed, and the focus returns to where it was. */
export function openDialog(title: string, close: string, ...contents: readonly Node[]): HTMLDialogElement {
  const id = `dialog-${++dialogs}`
  const button = h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, close)
  const head = h('header', {}, h('h2', { id }, title), button)
  const dialog = h('dialog', { 'aria-labelledby': id, class: 'dialog' }, head, ...contents)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/** All keys, a table for each section. */
export function openHelp(keys: readonly Key[], texts: Messages): void {
  const row = ({ shown, does }: Key): Node =>
    h('tr', {}, h('th', { scope: 'row' }, ...shown.map((key) => h('kbd', {}, key))), h('td', {}, does(texts)))
  const parts = KEY_SECTIONS.flatMap((section) => {
    const id = `keys-${section}`
    const head = h(
      'tr',
      { class: 'hidden' },
      h('th', { scope: 'col' }, texts.helpKey),
      h('th', { scope: 'col' }, texts.helpAction),
    )
    const rows = keys.filter((key) => key.section === section).map(row)
    return [
      h('h3', { id }, texts.keySections[section]),
      h('table', { class: 'keys', 'aria-labelledby': id }, h('thead', {}, head), h('tbody', {}, ...rows)),
    ]
  })
  openDialog(texts.help, texts.close, ...parts)
}

export function openTable(table: Table, texts: Messages): void {
  const head = h('tr', {}, ...table.head.map((cell) => h('th', { scope: 'col' }, cell)))
  const rows = table.rows.map(([first = '', ...rest]) =>
    h('tr', {}, h('th', { scope: 'row' }, first), ...rest.map((cell) => h('td', {}, cell))),
  )
  const body = h('table', { class: 'data' }, h('thead', {}, head), h('tbody', {}, ...rows))
  const scroller = h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': table.title },
    body,
  )
  openDialog(table.title, texts.close, scroller)
}

/** Seed, engine, digest: all that is needed to get the same picture again. */
export function openAbout(
  sides: readonly { readonly label: string; readonly playback: Playback }[],
  texts: Messages,
  format: Format,
): void {
  const contents = sides.flatMap(({ label, playback }) => {
    const rows: [string, string][] = [
      [texts.aboutSeed, playback.seed],
      [texts.aboutEngine, playback.engine],
      [texts.aboutDigest, playback.digest],
      [texts.aboutDays, format.count(playback.days)],
      [texts.aboutSeats, format.count(playback.seats)],
    ]
    const list = h(
      'dl',
      { class: 'about' },
      ...rows.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))),
    )
    const missing = playback.notSimulated.map((path) => h('li', {}, h('code', {}, path)))
    const note = missing.length === 0 ? [] : [h('p', {}, texts.aboutMissing), h('ul', {}, ...missing)]
    return [h('h3', {}, label), list, ...note]
  })
  openDialog(
    texts.aboutTitle,
    texts.close,
    h('p', {}, texts.modelNote),
    h('p', {}, texts.aboutText),
    ...contents,
  )
}
