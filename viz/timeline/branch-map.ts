import { h } from '../dom.ts'
import { branchLines, branchPaths } from './branches.ts'
import type { BranchLine, Branching } from './branches.ts'

const SVG = 'http://www.w3.org/2000/svg'
/** How far a branch takes to come to its own line, and how wide the ring around a letter is, in pixels. */
const BEND = 14
const RING = 20

export interface BranchMap {
  readonly element: HTMLElement
  /** Room that the letters take at the right end, in pixels. */
  readonly room: () => number
  /** Draws the lines anew; gives the middle of the line in view, in pixels from the top. */
  readonly lay: () => number
  readonly showFocus: () => void
}

/** All sides as lines on the scale of days, with a button at the end of each. */
export function createBranchMap(options: {
  readonly sides: readonly (Branching & { readonly letter: string })[]
  readonly days: number
  readonly label: string
  readonly nameOf: (side: number) => string
  /** Least height of a button; the map is two buttons high. */
  readonly target: () => number
  readonly focused: () => number
  readonly focusSide: (side: number) => void
}): BranchMap {
  const { sides, days } = options
  const lines = branchLines(sides)
  const svg = document.createElementNS(SVG, 'svg')
  svg.classList.add('map-lines')
  svg.setAttribute('aria-hidden', 'true')
  const buttons = lines.map(({ side }) => {
    const letter = sides[side]?.letter ?? ''
    const name = options.nameOf(side)
    const onclick = (): void => options.focusSide(side)
    const shown = h('span', {}, letter)
    return h(
      'button',
      { type: 'button', class: 'branch', id: `branch-${letter}`, 'aria-label': name, title: name, onclick },
      shown,
    )
  })
  const room = h('div', { class: 'map-room' }, svg)
  const element = h('div', { class: 'map', role: 'group', 'aria-label': options.label }, room, ...buttons)

  /** Lines nearer than a button is high have their letters in two columns by turns. */
  const pitch = (): number => (2 * options.target()) / lines.length
  const columns = (): number => (pitch() < options.target() ? 2 : 1)
  const middle = (row: number): number => pitch() * (row + 0.5)

  function lay(): number {
    const target = options.target()
    element.style.height = `${2 * target}px`
    buttons.forEach((button, at) => {
      const column = at % columns()
      // As near to its line as the letters above and below in its column leave room for, and inside the map.
      const above = Math.floor(at / columns()) * target
      const below = Math.ceil((buttons.length - at) / columns()) * target
      const top = Math.max(above, Math.min(middle(at) - target / 2, 2 * target - below))
      button.style.top = `${top}px`
      button.style.right = `${(columns() - 1 - column) * target}px`
    })
    const width = svg.clientWidth
    const x = (day: number): number => (width * day) / days
    svg.replaceChildren(
      ...lines.flatMap((line, at) => {
        const { solid, dashed } = branchPaths(line, { x, y: middle, bend: BEND })
        const letter = (buttons[at]?.offsetLeft ?? 0) - room.offsetLeft + (target - RING) / 2
        const on = line.to >= days && line.from < days ? `M${width} ${middle(line.row)}H${letter}` : ''
        const left = line.leftOn !== null
        return [
          path('line-taken', solid + (left ? '' : on), line),
          ...(left ? [path('line-left', dashed + on, line)] : []),
          path('line-hit', solid + dashed, line),
        ]
      }),
    )
    showFocus()
    return middle(lines.findIndex(({ side }) => side === options.focused()))
  }

  function path(name: string, d: string, { side }: BranchLine): SVGPathElement {
    const made = document.createElementNS(SVG, 'path')
    made.setAttribute('d', d)
    made.setAttribute('class', name)
    made.dataset['side'] = String(side)
    if (name === 'line-hit') made.addEventListener('click', () => options.focusSide(side))
    return made
  }

  function showFocus(): void {
    const focused = options.focused()
    lines.forEach(({ side }, at) => buttons[at]?.setAttribute('aria-pressed', String(side === focused)))
    for (const made of svg.children) {
      made.classList.toggle('focused', (made as SVGElement).dataset['side'] === String(focused))
    }
  }

  return { element, room: () => columns() * options.target(), lay, showFocus }
}
