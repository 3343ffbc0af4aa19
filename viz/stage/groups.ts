import type { Playback } from '../../sim/index.ts'
import { h, write } from '../dom.ts'
import { membersIn } from './group-members.ts'
import type { WallLook } from './look.ts'
import type { SeatOrder } from './order.ts'
import { layOutSeats } from './seats.ts'
import type { SeatGrid } from './seats.ts'
import { shapeTiles } from './tiles.ts'
import { createWall } from './wall.ts'
import type { Wall, WallOptions } from './wall.ts'

/** Groups that are shown at once: five by four on a projector. */
const SHOWN_MOST = 20
const SMALLEST_CELL = 3
const LARGEST_CELL = 44
/** Height that the line above a small wall takes, in CSS pixels for each pixel of its letters. */
const CAPTION = 1.7

export interface GroupWords {
  readonly name: (group: number) => string
  readonly members: (count: number) => string
  readonly back: string
  /** So many groups are not shown. */
  readonly more: (count: number) => string
}

/** A small wall for each group of a community; one that is chosen fills the room until Esc or the way back. */
export function createGroups(
  playback: Playback,
  {
    words,
    of,
    groups,
    ...options
  }: WallOptions & {
    readonly words: GroupWords
    /** Group of each seat, and how many groups there are. */
    readonly of: Uint16Array
    readonly groups: number
  },
): Wall {
  const tiles = Array.from({ length: Math.min(groups, SHOWN_MOST) }, (_, group) => makeTile(group))
  const list = h('div', { class: 'groups-tiles' }, ...tiles.map(({ button }) => button))
  const more = h('p', { class: 'quiet', hidden: groups <= SHOWN_MOST }, words.more(groups - SHOWN_MOST))
  const summary = h('p', { class: 'hidden' })
  const overview = h('div', { class: 'groups-all' }, summary, list, more)
  const title = h('strong', {})
  const back = h(
    'button',
    { type: 'button', class: 'link groups-back', onclick: () => leave() },
    `‹ ${words.back}`,
  )
  const room = h('div', { class: 'groups-room' })
  const single = h('div', { class: 'groups-one', hidden: true }, h('p', {}, back, title), room)
  const element = h('div', { class: 'wall groups' }, overview, single)
  const marks = membersIn(playback, of, groups)
  let { look } = options
  let order: SeatOrder = 'join'
  let chosen: Uint8Array | null = null
  let shown = 0
  let ratio = 1
  let inside: { readonly group: number; readonly wall: Wall } | null = null

  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !inside || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    leave()
  })

  function makeTile(group: number): {
    readonly button: HTMLElement
    readonly count: Element
    readonly wall: Wall
  } {
    const wall = createWall(playback, { ...options, group: { of, is: group } })
    const count = h('span', { class: 'quiet' })
    const button = h(
      'button',
      { type: 'button', class: 'groups-tile', onclick: (event: Event) => choose(event, group) },
      h('span', { class: 'groups-name' }, h('b', {}, words.name(group)), ' ', count),
      wall.element,
    )
    wall.element.setAttribute('aria-hidden', 'true')
    return { button, count, wall }
  }

  /** A click that leads into a group is not one on a seat there. */
  function choose(event: Event, group: number): void {
    event.stopPropagation()
    enter(group, true)
  }

  function enter(group: number, focus: boolean): void {
    if (inside?.group === group) return
    const wall = createWall(playback, { ...options, look, group: { of, is: group } })
    inside = { group, wall }
    wall.highlight(chosen)
    wall.setOrder(order, { animated: false })
    title.textContent = words.name(group)
    room.replaceChildren(wall.element)
    overview.hidden = true
    single.hidden = false
    lay()
    wall.show(shown)
    if (focus) back.focus({ preventScroll: true })
  }

  function leave(): void {
    const from = inside?.group ?? 0
    inside = null
    room.replaceChildren()
    overview.hidden = false
    single.hidden = true
    lay()
    show(shown)
    tiles[from]?.button.focus({ preventScroll: true })
  }

  function lay(): void {
    if (inside) {
      const { width, height } = room.getBoundingClientRect()
      inside.wall.setGrid(gridFor(inside.wall.seats, width, height), ratio)
      return
    }
    const { width, height } = element.getBoundingClientRect()
    const caption = parseFloat(getComputedStyle(list).fontSize) * CAPTION
    const tile = shapeTiles(tiles.length, { width, height }, caption)
    list.style.gridTemplateColumns = `repeat(${tile.columns}, 1fr)`
    const most = Math.max(1, ...tiles.map(({ wall }) => wall.seats))
    const grid = gridFor(most, tile.width, tile.height)
    for (const { wall } of tiles) {
      wall.element.style.height = `${(grid.rows * grid.cell) / ratio}px`
      wall.setGrid(grid, ratio)
    }
  }

  function gridFor(seats: number, width: number, height: number): SeatGrid {
    return layOutSeats({
      seats,
      width: Math.floor(width * ratio),
      height: Math.floor(height * ratio),
      smallest: Math.floor(SMALLEST_CELL * ratio),
      largest: Math.floor(LARGEST_CELL * ratio),
    })
  }

  function show(day: number): number {
    shown = day
    if (inside) return inside.wall.show(day)
    let changed = 0
    tiles.forEach(({ wall, count }, group) => {
      write(count, words.members(marks(day, group)))
      changed += wall.show(day)
    })
    return changed
  }

  /** The walls that can be seen. */
  function inSight(): readonly Wall[] {
    return inside ? [inside.wall] : tiles.map(({ wall }) => wall)
  }

  function everyWall(): readonly Wall[] {
    return [...tiles.map(({ wall }) => wall), ...(inside ? [inside.wall] : [])]
  }

  return {
    element,
    seats: 0,
    setGrid(_, pixelRatio) {
      ratio = pixelRatio
      lay()
    },
    show,
    setLook(next: WallLook) {
      look = next
      for (const wall of everyWall()) wall.setLook(next)
    },
    setOrder(next, { animated }) {
      order = next
      for (const wall of everyWall()) wall.setOrder(next, { animated: animated && inSight().includes(wall) })
    },
    highlight(seats) {
      chosen = seats
      for (const wall of everyWall()) wall.highlight(seats)
    },
    // Twenty small walls that glitter at once would say nothing.
    ripple: (day) => inside?.wall.ripple(day),
    calm() {
      for (const wall of everyWall()) wall.calm()
    },
    mark(seat) {
      for (const wall of everyWall()) wall.mark(seat)
    },
    describe: (text) => write(summary, text),
    reveal(seat) {
      const group = of[seat]
      if (seat >= 0 && group !== undefined) enter(group, false)
    },
    seatUnder: (x, y) => inside?.wall.seatUnder(x, y) ?? -1,
    placeOf(seat) {
      const wall = inside?.wall ?? tiles[of[seat] ?? 0]?.wall
      const at = wall?.placeOf(seat) ?? { x: 0, y: 0, size: 0 }
      const from = (wall?.element ?? element).getBoundingClientRect()
      const own = element.getBoundingClientRect()
      return { x: at.x + from.left - own.left, y: at.y + from.top - own.top, size: at.size }
    },
    beside: (seat, by) => inside?.wall.beside(of[seat] === inside.group ? seat : -1, by) ?? -1,
  }
}
