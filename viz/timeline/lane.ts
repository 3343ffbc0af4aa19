import { h } from '../dom.ts'
import type { Chapter } from './moments.ts'

/** Markers that would overlap are one button. */
export interface Cluster {
  readonly day: number
  readonly chapters: readonly Chapter[]
}

/** Puts chapters (in order of days) nearer than `apart` days to the first of a cluster into that cluster. */
export function cluster(chapters: readonly Chapter[], apart: number): Cluster[] {
  const clusters: { day: number; chapters: Chapter[] }[] = []
  for (const chapter of chapters) {
    const last = clusters.at(-1)
    if (last && chapter.day - last.day < apart) last.chapters.push(chapter)
    else clusters.push({ day: chapter.day, chapters: [chapter] })
  }
  return clusters
}

export interface Lane {
  readonly element: HTMLElement
  /** Fills in the markers that have happened; those to come stay hollow and do not tell. */
  readonly reach: (day: number) => void
  /** Places the markers anew. */
  readonly lay: () => void
}

/** The key moments of one side on the scale of the scrubber. */
export function createLane(
  chapters: readonly Chapter[],
  options: {
    readonly days: number
    readonly label: string
    /** Least width of a button, in pixels. */
    readonly target: () => number
    readonly nameOf: (chapter: Chapter) => string
    readonly day: () => number
    readonly open: (chapter: Chapter) => void
  },
): Lane {
  const { days } = options
  const element = h('div', { class: 'lane', role: 'group', 'aria-label': options.label })
  let markers: { readonly day: number; readonly button: HTMLElement }[] = []

  function lay(): void {
    const apart = (options.target() * days) / Math.max(1, element.clientWidth)
    const focused = markers.findIndex(({ button }) => button === document.activeElement)
    const day = markers[focused]?.day
    markers = cluster(chapters, apart).map(({ day, chapters: together }) => {
      const died = together.some(({ moment }) => moment.kind === 'group-died')
      const many = together.length > 1
      const mark = h('span', { class: ['mark', ...(died ? ['died'] : many ? ['many'] : [])].join(' ') })
      const button = h(
        'button',
        {
          type: 'button',
          class: 'marker',
          onclick: () => open(together),
          'aria-label': together.map(options.nameOf).join('; '),
        },
        mark,
      )
      button.style.left = `${(100 * day) / days}%`
      return { day, button }
    })
    element.replaceChildren(...markers.map(({ button }) => button))
    if (day !== undefined) {
      markers.findLast((marker) => marker.day <= day)?.button.focus({ preventScroll: true })
    }
    reach(options.day())
  }

  /** A press again goes on to the next of those that share the button. */
  function open(together: readonly Chapter[]): void {
    const next = together.find((chapter) => chapter.day > options.day())
    const first = together[0]
    const inside = first !== undefined && options.day() >= first.day
    const chapter = inside && next ? next : first
    if (chapter) options.open(chapter)
  }

  function reach(day: number): void {
    for (const marker of markers) marker.button.classList.toggle('reached', marker.day <= day)
  }

  return { element, reach, lay }
}
