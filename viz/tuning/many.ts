import { createLab, hasFailed, seedOfRun } from '../../sim/index.ts'
import type { MetricName } from '../../sim/index.ts'
import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { baseSeedOf } from '../outcomes/reruns.ts'
import type { AsideContext } from '../panels/aside-panel.ts'
import { openTable } from '../panels/dialog.ts'
import { labWorkers, openLabWorker } from '../player/lab.ts'
import { RUNS_MOST, STEPS, createEnsemble, outcomesIn } from './ensemble.ts'
import type { Known, Plan } from './ensemble.ts'
import { createManyStrip } from './many-strip.ts'
import type { StripData } from './many-strip.ts'
import { numbersTable, openRuns } from './many-tables.ts'
import { MANY_TEXTS } from './many-texts.ts'

/** What is shown of many runs beside how many of them live. */
const METRICS_SHOWN = ['members', 'readers', 'buyers', 'ownerNet'] as const satisfies readonly MetricName[]

/** After the first picture, drawing leaves the cores to the runs: so often it is drawn, until all are there. */
const DRAW_EVERY_MS = 100

/** One of the plans that are compared. */
export interface NamedPlan extends Plan {
  readonly letter: string
}

/** Many runs of a plan, and of the plan it branched from, while somebody turns its knobs. */
export interface Many {
  readonly element: HTMLElement
  /** What is on the table now, and the seed of the wall; asks at once where the reader has started. */
  readonly show: (plans: readonly NamedPlan[], seed: string) => void
  readonly draw: () => void
  /** Whether runs are under way. */
  readonly isBusy: () => boolean
  /** Ends all workers; what was done is remembered. */
  readonly stop: () => void
}

export function createMany(context: AsideContext): Many {
  const title = h('h3', {})
  const button = h('button', { type: 'button', id: 'many-start', class: 'button', onclick: toggle })
  // A count that runs is not read out; that it is done, is.
  const count = h('span', { class: 'quiet many-count' })
  const said = h('p', { class: 'hidden', role: 'status' })
  const alive = h('p', { class: 'many-alive' })
  const strips = METRICS_SHOWN.map((metric) => createManyStrip(metric, openRun))
  const broken = h('p', { role: 'alert' })
  const runsButton = h('button', { type: 'button', id: 'many-runs', class: 'link', onclick: listRuns })
  const tableButton = h('button', { type: 'button', class: 'link', onclick: showTable })
  const more = h('p', { class: 'many-more' }, runsButton, tableButton)
  const hint = h('p', { class: 'quiet' })
  const body = h('div', { hidden: true }, alive, ...strips.map((strip) => strip.element), more, broken)
  const head = h('div', { class: 'many-head' }, title, button, count, said)
  const element = h('section', { class: 'many' }, head, body, hint)
  const ensemble = createEnsemble({
    openLab: () =>
      createLab({ workers: labWorkers(navigator.hardwareConcurrency), openWorker: openLabWorker }),
    heard,
  })
  let plans: readonly NamedPlan[] = []
  /** The seed SEED of the runs SEED/0, SEED/1, …, and that of the wall. */
  let seed = ''
  let wallSeed = ''
  let question = ''
  let isOn = false
  let known: Known = []
  let counts = { done: 0, all: 0 }
  let drawing = 0
  let drawnAt = 0

  function isBusy(): boolean {
    return isOn && counts.done < counts.all
  }

  function toggle(): void {
    isOn = !isOn
    if (isOn) ensemble.ask(plans, seed)
    else ensemble.stop()
    label()
  }

  function show(next: readonly NamedPlan[], of: string): void {
    plans = next
    wallSeed = of
    seed = baseSeedOf(of, RUNS_MOST)
    const asked = JSON.stringify([next, seed])
    const isSame = asked === question
    question = asked
    if (!isSame) {
      known = []
      counts = { done: 0, all: 0 }
      write(said, '')
      if (isOn) ensemble.ask(plans, seed)
      else body.hidden = true
    }
    label()
    draw()
  }

  function heard(next: Known, done: number, all: number): void {
    known = next
    counts = { done, all }
    body.hidden = false
    drawing ||= requestAnimationFrame(redraw)
  }

  /** The first runs of a plan at once, and the last; between them now and then. */
  function redraw(): void {
    drawing = 0
    const now = performance.now()
    const isEarly = known.some((runs) => numberOf(runs) <= STEPS[0])
    if (isBusy() && !isEarly && now - drawnAt < DRAW_EVERY_MS) {
      drawing = requestAnimationFrame(redraw)
      return label()
    }
    drawnAt = now
    draw()
    label()
    if (isOn && !isBusy()) finish()
  }

  function finish(): void {
    const { texts, format, gap } = context.words()
    write(said, `${texts.outcomes.finished({ all: format.count(counts.all) })}${gap}${alive.textContent}`)
  }

  function label(): void {
    const words = context.words()
    const says = MANY_TEXTS[words.locale]
    const { format } = words
    const isDone = isOn && counts.all > 0 && !isBusy()
    const isHalf = counts.done > 0 && counts.done < counts.all
    write(title, says.title)
    write(button, isBusy() ? says.stop : isHalf ? says.resume : says.start)
    write(runsButton, says.runs)
    write(tableButton, words.texts.table)
    tableButton.setAttribute('aria-label', words.texts.tableOf({ title: says.title }))
    const hadFocus = document.activeElement === button
    button.hidden = isDone
    // The button under the focus has gone: to what can be done now.
    if (isDone && hadFocus) runsButton.focus({ preventScroll: true })
    write(hint, `${says.hint} ${words.texts.outcomes.model}`)
    const numbers = { done: format.count(counts.done), all: format.count(counts.all) }
    write(count, counts.done > 0 || isOn ? says.progress(numbers) : '')
  }

  function dataOf(words: Words): StripData {
    const seeds = Array.from({ length: RUNS_MOST }, (_, run) => seedOfRun(seed, run))
    const letters = plans.map(({ letter }) => letter)
    return { letters, known, onTheWall: seeds.indexOf(wallSeed), words }
  }

  function draw(): void {
    if (body.hidden) return
    const words = context.words()
    const { format, texts } = words
    const says = MANY_TEXTS[words.locale]
    const lives = known.map((runs, at) => {
      const ended = outcomesIn(runs)
      const living = ended.filter(({ outcome }) => outcome.deathDay === null)
      const numbers = { alive: format.count(living.length), runs: format.count(ended.length) }
      return says.aliveOf({ letter: plans[at]?.letter ?? '', ...numbers })
    })
    write(alive, `${says.alive}${texts.colon}${lives.join(texts.comma)}`)
    const data = dataOf(words)
    for (const strip of strips) strip.draw(data)
    const failed = known.flat().filter((result) => result !== null && hasFailed(result)).length
    write(broken, failed === 0 ? '' : says.broken({ count: format.count(failed) }))
  }

  function openRun(run: number): void {
    context.openRun(seedOfRun(seed, run))
  }

  function listRuns(): void {
    openRuns(dataOf(context.words()), { metrics: METRICS_SHOWN, seed, openRun })
  }

  function showTable(): void {
    const words = context.words()
    openTable(numbersTable(dataOf(words), METRICS_SHOWN), words.texts)
  }

  return {
    element,
    show,
    draw,
    isBusy,
    stop() {
      ensemble.close()
      isOn = false
      cancelAnimationFrame(drawing)
      drawing = 0
      label()
    },
  }
}

function numberOf(runs: Known[number]): number {
  return runs.reduce((sum, result) => sum + Number(result !== null), 0)
}
