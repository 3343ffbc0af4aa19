import { h } from '../dom.ts'
import { createBranchMap } from './branch-map.ts'
import type { BranchMap } from './branch-map.ts'
import { hasBranch } from './branches.ts'
import type { Branching } from './branches.ts'
import { createLane } from './lane.ts'
import type { Chapter } from './moments.ts'

/**
 * How the chapters of several sides share the room over the scrubber: a lane a side; the lane of the side in view
 * alone; or, with a branch, that lane on its line in the map of branches.
 */
export type Arrangement = 'lanes' | 'one-lane' | 'map'

export function arrange(sides: readonly { readonly parent: number | null }[], compact: boolean): Arrangement {
  if (compact) return sides.length > 1 ? 'one-lane' : 'lanes'
  if (sides.length > 1 && hasBranch(sides)) return 'map'
  return sides.length <= 2 ? 'lanes' : 'one-lane'
}

export interface Tracks {
  readonly element: HTMLElement
  readonly lay: () => void
  readonly reach: (day: number) => void
  /** Another side is in view. */
  readonly showFocus: () => void
}

/** Chapters and branches. */
export function createTracks(options: {
  readonly days: number
  readonly sides: readonly (Branching & { readonly letter: string })[]
  readonly chapters: readonly Chapter[]
  readonly labelOf: (side: number) => string
  readonly branchesLabel: string
  readonly branchName: (side: number) => string
  readonly nextName: (side: number, next: number) => string
  readonly nameOf: (chapter: Chapter) => string
  readonly target: () => number
  readonly compact: () => boolean
  readonly day: () => number
  readonly open: (chapter: Chapter) => void
  readonly focused: () => number
  readonly focusSide: (side: number) => void
  /** The room that letters need at the right end, in pixels. */
  readonly makeRoom: (pixels: number) => void
}): Tracks {
  const { sides, days } = options
  const element = h('div', { class: 'tracks' })
  const lanes = sides.map((_, side) =>
    createLane(
      options.chapters.filter((chapter) => chapter.side === side),
      {
        days,
        label: options.labelOf(side),
        target: options.target,
        nameOf: options.nameOf,
        day: options.day,
        open: options.open,
      },
    ),
  )
  const next = h('button', { type: 'button', class: 'next-side', id: 'next-side', onclick: goOn })
  let arrangement: Arrangement | null = null
  let map: BranchMap | null = null

  /** Only where only one side is shown: on to the next. */
  function goOn(): void {
    options.focusSide((options.focused() + 1) % sides.length)
  }

  function build(): void {
    map = null
    if (arrangement === 'lanes') {
      const rows = lanes.map((lane, side) => {
        const letter = sides.length > 1 ? (sides[side]?.letter ?? '') : ''
        return h(
          'div',
          { class: 'lane-row' },
          h('span', { class: 'letter', 'aria-hidden': 'true' }, letter),
          lane.element,
        )
      })
      element.replaceChildren(...rows)
    } else if (arrangement === 'one-lane') {
      element.replaceChildren(h('div', { class: 'lane-row' }, next))
    } else {
      map = createBranchMap({
        ...options,
        label: options.branchesLabel,
        nameOf: options.branchName,
      })
      element.replaceChildren(map.element)
    }
    options.makeRoom(map?.room() ?? 0)
  }

  /** Puts the lane of the side in view where it belongs. */
  function placeFocused(): void {
    if (arrangement === 'lanes') return
    const at = options.focused()
    const lane = lanes[at]
    for (const other of lanes) if (other !== lane) other.element.remove()
    if (!lane) return
    const room = map ? map.element.firstElementChild : element.firstElementChild
    if (lane.element.parentElement !== room) room?.append(lane.element)
    lane.element.style.top = map ? `${map.lay() - options.target() / 2}px` : ''
    if (!map) nameNext(at)
  }

  function nameNext(at: number): void {
    const name = options.nextName(at, (at + 1) % sides.length)
    next.replaceChildren(h('span', {}, sides[at]?.letter ?? ''))
    next.setAttribute('aria-label', name)
    next.title = name
  }

  function lay(): void {
    const wanted = arrange(sides, options.compact())
    if (wanted !== arrangement) {
      arrangement = wanted
      build()
    }
    options.makeRoom(map?.room() ?? 0)
    placeFocused()
    for (const lane of lanes) if (lane.element.isConnected) lane.lay()
  }

  return {
    element,
    lay,
    reach(day) {
      for (const lane of lanes) lane.reach(day)
    },
    showFocus: lay,
  }
}
