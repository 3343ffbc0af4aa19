import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { isHidden, ORDERS_MOST } from '../stage/look.ts'
import type { ColourBy, WallLook } from '../stage/look.ts'
import { RAMP_STEPS } from '../stage/palette.ts'
import './ramp.css'

/** What colours mean where they stand for a score: its steps, with numbers at the ends. */
export interface Ramp {
  readonly element: HTMLElement
  readonly setLook: (look: WallLook) => void
}

export function createRamp({ texts, format }: Pick<Words, 'texts' | 'format'>): Ramp {
  const { stage } = texts
  const what = h('span', { class: 'ramp-what' })
  const low = h('b', {})
  const high = h('b', {})
  const steps = Array.from({ length: RAMP_STEPS }, () => h('span', { class: 'ramp-step' }))
  const scale = h('span', { class: 'ramp-scale' }, low, h('span', { class: 'ramp-steps' }, ...steps), high)
  const hidden = h('span', { class: 'ramp-hidden' }, h('span', { class: 'ramp-hatch' }), stage.hidden)
  const left = h('span', { class: 'quiet' }, h('span', { class: 'ramp-left' }), stage.empty)
  const told = h('span', { class: 'hidden' })
  const seen = h('span', { class: 'ramp-seen', 'aria-hidden': 'true' }, what, scale)
  const element = h('p', { class: 'ramp', hidden: true }, told, seen, hidden, left)

  function ends(colourBy: ColourBy): readonly [string, string] {
    if (colourBy !== 'spending') return [format.percent(0), format.percent(1)]
    return [stage.orders({ count: format.count(0) }), stage.ordersMost({ count: format.count(ORDERS_MOST) })]
  }

  function setLook({ palette, view, colourBy }: WallLook): void {
    element.hidden = colourBy === 'state'
    if (colourBy === 'state') return
    const unseen = isHidden(colourBy, view)
    const [from, to] = ends(colourBy)
    const name = stage.colours[colourBy]
    write(what, name)
    write(low, from)
    write(high, to)
    write(told, unseen ? name : stage.ramp({ what: name, low: from, high: to }))
    scale.hidden = unseen
    hidden.hidden = !unseen
    steps.forEach((step, at) => {
      step.style.background = palette.ramps[colourBy][at] ?? ''
    })
  }

  return { element, setLook }
}
