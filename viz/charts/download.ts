import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'
import type { Chart } from './chart.ts'
import { csvOf } from './csv.ts'
import type { ChartKind } from './kinds.ts'
import type { ChartSide } from './sides.ts'
import { standalone } from './standalone.ts'
import './download.css'
import { DOWNLOAD_TEXTS } from './download-texts.ts'

/** Offers a chart as a drawing and as a table, as it stands on the day that is shown. */
export function openDownload(
  kind: ChartKind,
  chart: Chart,
  {
    words,
    sides,
    day,
  }: { readonly words: Words; readonly sides: readonly ChartSide[]; readonly day: number },
): void {
  const { texts, locale, when } = words
  const own = DOWNLOAD_TEXTS[locale]
  const { names, units } = texts.chartRow
  const heading = `${names[kind]} · ${units[kind]} · ${when(day)}`
  const told = sides.map(({ letter, name }) => (sides.length > 1 ? `${letter} ${name}` : name)).join(' · ')
  const file = `${kind}-${day}`
  const svg = (): Blob | null => {
    const drawing = chart.drawn?.() ?? chart.element.querySelector('svg')
    return drawing && new Blob([standalone(drawing, [told, heading])], { type: 'image/svg+xml' })
  }
  const csv = (): Blob => new Blob([csvOf(chart.table(day))], { type: 'text/csv;charset=utf-8' })
  const button = (text: string, name: string, make: () => Blob | null): HTMLElement =>
    h('button', { type: 'button', class: 'button', onclick: () => save(make(), name) }, text)
  openDialog(
    own.title({ name: names[kind] }),
    texts.close,
    h('p', { class: 'quiet' }, own.note),
    h(
      'div',
      { class: 'download-kinds' },
      button(own.svg, `${file}.svg`, svg),
      button(own.csv, `${file}.csv`, csv),
    ),
  )
}

function save(blob: Blob | null, name: string): void {
  if (!blob) return
  const address = URL.createObjectURL(blob)
  h('a', { href: address, download: name }).click()
  // The browser has taken it by then; to take it back at once would be too soon for some.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
