import { create } from 'd3'
import type { Selection } from 'd3'
import { h } from '../dom.ts'

export type Group = Selection<SVGGElement, undefined, null, undefined>

/** Where something is drawn, in CSS pixels from the top left of its picture. */
export interface Area {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Size of a picture and of its type, in CSS pixels. */
export interface Room {
  readonly width: number
  readonly height: number
  readonly em: number
}

/** One system of axes with a playhead of its own. */
export interface Plot {
  readonly axes: Group
  /** What lies in the future is cut off by its clip. */
  readonly past: Group
  /** Titles of panels, above what is drawn and below the words at the playhead. */
  readonly titles: Group
  readonly labels: Group
  /** Where the playhead runs; only after a change of size. */
  readonly place: (area: Area) => void
  /** Moves the playhead to a place in the picture; two attributes, and nothing is drawn anew. */
  readonly moveTo: (x: number) => void
}

/** A drawing that fills its element. */
export interface Picture {
  readonly element: HTMLElement
  /** Fits the drawing into its element; null where there is no room at all. */
  readonly measure: () => Room | null
  readonly addPlot: () => Plot
  /** Says in a sentence what the picture shows. */
  readonly summarise: (text: string) => void
}

let clips = 0

export function createPicture(title: string): Picture {
  const svg = create('svg').attr('role', 'img').attr('aria-label', title)
  const element = h('div', { class: 'picture' }, svg.node() as SVGSVGElement)
  return {
    element,
    measure() {
      const { clientWidth: width, clientHeight: height } = element
      svg.attr('width', width).attr('height', height)
      return width === 0 || height === 0
        ? null
        : { width, height, em: parseFloat(getComputedStyle(element).fontSize) }
    },
    addPlot() {
      const id = `past-${++clips}`
      const clip = svg.append('clipPath').attr('id', id).append('rect')
      const axes = svg.append('g').attr('class', 'axes')
      const past = svg.append('g').attr('clip-path', `url(#${id})`)
      const titles = svg.append('g').attr('class', 'labels titles')
      const line = svg.append('line').attr('class', 'playhead')
      const labels = svg.append('g').attr('class', 'labels')
      let left = 0
      return {
        axes,
        past,
        titles,
        labels,
        place(area) {
          left = area.left
          clip
            .attr('x', left)
            .attr('y', area.top)
            .attr('height', Math.max(0, area.bottom - area.top))
          line.attr('y1', area.top).attr('y2', area.bottom)
        },
        moveTo(x) {
          clip.attr('width', Math.max(0, x - left))
          line.attr('transform', `translate(${x},0)`)
        },
      }
    },
    summarise: (text) => void svg.attr('aria-label', text === '' ? title : `${title} ${text}`),
  }
}
