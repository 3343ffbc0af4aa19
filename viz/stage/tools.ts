import { h } from '../dom.ts'
import type { Messages } from '../locales/zh-Hans.ts'
import { COLOUR_BYS } from './look.ts'
import type { ColourBy } from './look.ts'
import type { SeatOrder } from './order.ts'
import './tools.css'

export interface StageToolsOptions {
  readonly texts: Messages
  readonly colourBy: ColourBy
  readonly order: SeatOrder
  readonly setColourBy: (colourBy: ColourBy) => void
  readonly setOrder: (order: SeatOrder) => void
  readonly find: () => void
  /** Another scenario, in the place of a side or beside them. */
  readonly choose: () => void
}

/** One line for all walls: what colours mean, in which order seats stand, and where somebody sits. */
export interface StageTools {
  readonly element: HTMLElement
  readonly showColourBy: (colourBy: ColourBy) => void
  readonly showOrder: (order: SeatOrder) => void
}

export function createStageTools(options: StageToolsOptions): StageTools {
  const { stage } = options.texts
  const colours = COLOUR_BYS.map((colourBy) => ({
    colourBy,
    button: h(
      'button',
      { type: 'button', id: `colour-${colourBy}`, onclick: () => options.setColourBy(colourBy) },
      stage.colours[colourBy],
    ),
  }))
  const sort = h(
    'button',
    {
      type: 'button',
      id: 'sort-seats',
      class: 'button',
      onclick: () => options.setOrder(sort.getAttribute('aria-pressed') === 'true' ? 'join' : 'state'),
    },
    stage.sort,
  )
  const find = h(
    'button',
    {
      type: 'button',
      id: 'find-member',
      class: 'button',
      'aria-keyshortcuts': '/',
      onclick: () => options.find(),
    },
    stage.find,
  )
  const choose = h(
    'button',
    {
      type: 'button',
      id: 'choose',
      class: 'button',
      'aria-keyshortcuts': 's',
      onclick: () => options.choose(),
    },
    options.texts.chooser.open,
  )
  const switching = h(
    'div',
    { class: 'switch', role: 'group', 'aria-labelledby': 'colour-by' },
    ...colours.map(({ button }) => button),
  )
  const label = h('span', { id: 'colour-by', class: 'quiet' }, stage.colourBy)
  const element = h(
    'div',
    { class: 'stage-tools', role: 'group', 'aria-label': stage.tools },
    label,
    switching,
    sort,
    find,
    choose,
  )

  function showColourBy(shown: ColourBy): void {
    for (const { colourBy, button } of colours)
      button.setAttribute('aria-pressed', String(colourBy === shown))
  }
  function showOrder(shown: SeatOrder): void {
    sort.setAttribute('aria-pressed', String(shown === 'state'))
  }
  showColourBy(options.colourBy)
  showOrder(options.order)
  return { element, showColourBy, showOrder }
}
