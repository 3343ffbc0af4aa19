import { select } from 'd3'
import { seedOfRun } from '../../sim/index.ts'
import { h, write } from '../dom.ts'
import { createDots } from '../outcomes/dots.ts'
import { fateOf, runText } from '../outcomes/fate.ts'
import { firstMissing } from '../outcomes/known-runs.ts'
import { RUNS, baseSeedOf } from '../outcomes/reruns.ts'
import type { Chart } from './chart.ts'
import './outcome-dots.css'
import type { KnownRuns, MoreContext } from './hooks.ts'
import { ownSides } from './sides.ts'
import type { ChartSide } from './sides.ts'
import { DOT_TEXTS } from './dot-texts.ts'

/** What became of 20 runs of each side, as far as it is known: a dot a run, and the way to all there is to say of them. */
export function createOutcomeDots(sides: readonly ChartSide[], { words, hooks }: MoreContext): Chart {
  const { texts, format, locale } = words
  const texted = DOT_TEXTS[locale]
  const title = texts.chartRow.names.outcomes
  const own = ownSides(sides)
  const detail = h('p', { class: 'dot-line quiet' })
  const groups = own.map((side) => createGroup(side))
  const { openOutcomes, rerun } = hooks
  const open = h('button', { type: 'button', class: 'link', onclick: () => openOutcomes?.() }, texted.open)
  const run = h('button', { type: 'button', class: 'button', onclick: pressRun }, texted.run)
  const element = h(
    'div',
    { class: 'dot-groups' },
    h('div', { class: 'dot-head' }, detail, ...(rerun ? [run] : []), ...(openOutcomes ? [open] : [])),
    ...groups.map((group) => group.element),
  )

  function createGroup(side: ChartSide) {
    const seed = known(side).seed
    const onTheWall = Array.from({ length: RUNS }, (_, run) => seedOfRun(seed, run)).indexOf(
      side.playback.seed,
    )
    const say = (run: number): string =>
      runText(run, known(side).results[run] ?? null, { isOnTheWall: run === onTheWall, words })
    const dots = createDots({
      label: texts.outcomes.dots({ letter: side.letter, name: side.name }),
      count: RUNS,
      onTheWall,
      open: (run) => hooks.openRun?.(seedOfRun(seed, run)),
      look: (run) => write(detail, run === null ? hint() : say(run)),
    })
    const sum = h('span', { class: 'quiet' })
    const letter = own.length > 1 ? [h('b', {}, side.letter), ' '] : []
    const element = h('div', { class: 'dot-group' }, h('p', {}, ...letter, sum), dots.element)
    return {
      element,
      show() {
        const { results } = known(side)
        for (let run = 0; run < RUNS; run++) {
          const fate = fateOf(results[run] ?? null)
          dots.show(run, {
            fate,
            name: say(run),
            below: fate.kind === 'died' ? format.count(fate.day + 1) : '',
          })
        }
        // Of one side alone, the line above says that nothing has been run.
        write(sum, own.length === 1 && isUnknown(side) ? '' : summaryOf(side))
      },
    }
  }

  function known({ at, playback }: ChartSide): KnownRuns {
    return hooks.known?.(at) ?? { seed: baseSeedOf(playback.seed), results: [] }
  }

  function isUnknown(side: ChartSide): boolean {
    return known(side).results.every((result) => result === null)
  }

  function hint(): string {
    return own.every(isUnknown) ? texted.nothing : texted.hint
  }

  function summaryOf(side: ChartSide): string {
    const fates = known(side).results.map(fateOf)
    const lived = fates.filter(({ kind }) => kind === 'lived').length
    const died = fates.filter(({ kind }) => kind === 'died').length
    if (lived + died === 0) return texted.notRun
    return texted.sum({ lived: format.count(lived), died: format.count(died) })
  }

  function describe(): string {
    return own.map((side) => texts.side({ letter: side.letter, name: summaryOf(side) })).join(words.gap)
  }

  /** One button runs and stops. */
  function pressRun(): void {
    if (rerun?.isRunning() === true) rerun.stop()
    else rerun?.start(own.map(({ at }) => at))
  }

  function draw(): void {
    for (const { show } of groups) show()
    if (!element.contains(document.activeElement)) write(detail, hint())
    const isRunning = rerun?.isRunning() === true
    const isOver = !isRunning && own.every(isWhole)
    const hadFocus = document.activeElement === run
    write(run, isRunning ? texts.cancel : texted.run)
    run.hidden = isOver
    // The button under the focus has gone: to its neighbour.
    if (isOver && hadFocus) open.focus({ preventScroll: true })
  }

  function isWhole(side: ChartSide): boolean {
    const { results } = known(side)
    return results.length === RUNS && firstMissing(results) === RUNS
  }

  draw()
  return {
    element,
    draw,
    playhead: () => {},
    label: () => {},
    describe,
    summarise: () => {},
    table() {
      const rows = own.flatMap((side) => {
        const { seed, results } = known(side)
        return Array.from({ length: RUNS }, (_, run) => [
          side.letter,
          seedOfRun(seed, run),
          runText(run, results[run] ?? null, { isOnTheWall: false, words }),
        ])
      })
      return { title, head: [texted.side, texts.aboutSeed, title], rows }
    },
    drawn: dotsDrawing,
  }

  /** The dots as a drawing: filled lives, hollow died with its day below, dotted is not known. */
  function dotsDrawing(): SVGSVGElement {
    const [cell, radius] = [34, 10]
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const all = select(svg)
      .attr('width', RUNS * cell + 40)
      .attr('height', own.length * 64)
      .attr('class', 'bars-drawing')
    own.forEach((side, row) => {
      all
        .append('text')
        .attr('x', 0)
        .attr('y', row * 64 + 25)
        .text(side.letter)
      const { results } = known(side)
      for (let run = 0; run < RUNS; run++) {
        const fate = fateOf(results[run] ?? null)
        const x = 40 + run * cell
        all
          .append('circle')
          .attr('class', `dot-drawing ${fate.kind}`)
          .attr('cx', x)
          .attr('cy', row * 64 + 20)
          .attr('r', radius)
        if (fate.kind !== 'died') continue
        const day = format.count(fate.day + 1)
        all
          .append('text')
          .attr('x', x)
          .attr('y', row * 64 + 50)
          .attr('text-anchor', 'middle')
          .text(day)
      }
    })
    return svg
  }
}
