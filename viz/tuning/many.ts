import { METRIC_WORDS, createLab } from '../../sim/index.ts'
import type { MetricName, Outcome } from '../../sim/index.ts'
import { valueText } from '../definitions/definition.ts'
import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { baseSeedOf } from '../outcomes/reruns.ts'
import type { AsideContext } from '../panels/aside.ts'
import { labWorkers, openLabWorker } from '../player/lab.ts'
import { createEnsemble, medianOf, outcomesIn, pairsOf } from './ensemble.ts'
import type { Known, Plan } from './ensemble.ts'
import { MANY_TEXTS } from './many-texts.ts'
import { drawStrip } from './strip.ts'
import type { StripDots } from './strip.ts'

/** What is shown of many runs beside how many of them live. */
const METRICS_SHOWN = ['members', 'readers', 'buyers', 'ownerNet'] as const satisfies readonly MetricName[]

/** One of the plans that are compared. */
export interface NamedPlan extends Plan {
  readonly letter: string
}

/** Many runs of a plan, and of the plan it branched from, while somebody turns its knobs. */
export interface Many {
  readonly element: HTMLElement
  /** What is on the table now; asks at once where the reader has started. */
  readonly show: (plans: readonly NamedPlan[], seed: string) => void
  readonly draw: () => void
  readonly stop: () => void
}

export function createMany(context: AsideContext): Many {
  const title = h('h3', {})
  const button = h('button', { type: 'button', id: 'many-start', class: 'button', onclick: toggle })
  const progress = h('span', { class: 'quiet', role: 'status' })
  const alive = h('p', { class: 'many-alive' })
  const strips = METRICS_SHOWN.map((metric) => {
    const canvas = h('canvas', { role: 'img' })
    const name = h('span', { class: 'strip-name' })
    const says = h('span', { class: 'strip-says' })
    return { metric, canvas, name, says, element: h('div', { class: 'run-strip' }, name, says, canvas) }
  })
  const broken = h('p', { role: 'alert' })
  const hint = h('p', { class: 'quiet' })
  const body = h('div', { hidden: true }, alive, ...strips.map((strip) => strip.element), broken)
  const element = h(
    'section',
    { class: 'many' },
    h('div', { class: 'many-head' }, title, button, progress),
    body,
    hint,
  )
  const ensemble = createEnsemble({
    openLab: () =>
      createLab({ workers: labWorkers(navigator.hardwareConcurrency), openWorker: () => openLabWorker() }),
    heard,
  })
  let plans: readonly NamedPlan[] = []
  let seed = ''
  let isOn = false
  let known: Known = []
  let counts = { done: 0, all: 0 }
  let drawing = 0

  function toggle(): void {
    isOn = !isOn
    if (isOn) ensemble.ask(plans, seed)
    else ensemble.stop()
    body.hidden = known.length === 0 && !isOn
    label()
  }

  function show(next: readonly NamedPlan[], of: string): void {
    const isSame = JSON.stringify([next, of]) === JSON.stringify([plans, seed])
    plans = next
    seed = baseSeedOf(of)
    label()
    if (isSame) return draw()
    known = []
    if (isOn) ensemble.ask(plans, seed)
    else body.hidden = true
  }

  function heard(next: Known, done: number, all: number): void {
    known = next
    counts = { done, all }
    body.hidden = false
    drawing ||= requestAnimationFrame(() => {
      drawing = 0
      draw()
      label()
    })
  }

  function label(): void {
    const words = context.words()
    const says = MANY_TEXTS[words.locale]
    const isBusy = isOn && counts.done < counts.all
    write(title, says.title)
    write(button, isBusy ? says.stop : says.start)
    button.hidden = isOn && !isBusy && counts.all > 0
    write(hint, `${says.hint} ${words.texts.outcomes.model}`)
    const { format } = words
    const text = isOn ? says.progress({ done: format.count(counts.done), all: format.count(counts.all) }) : ''
    // A count that runs is not read out; that it is done, is.
    progress.setAttribute('aria-live', isBusy ? 'off' : 'polite')
    write(progress, text)
  }

  function draw(): void {
    if (body.hidden) return
    const words = context.words()
    const ended = known.map((runs) => outcomesIn(runs))
    const says = MANY_TEXTS[words.locale]
    const { format } = words
    write(
      alive,
      `${says.alive}${words.texts.colon}${ended
        .map((outcomes, at) =>
          says.aliveOf({
            letter: plans[at]?.letter ?? '',
            alive: format.count(outcomes.filter(({ outcome }) => outcome.deathDay === null).length),
            runs: format.count(outcomes.length),
          }),
        )
        .join(words.texts.comma)}`,
    )
    for (const strip of strips) drawMetric(strip, ended, words)
    const failed = known.flat().filter((result) => result !== null && 'failure' in result).length
    write(broken, failed === 0 ? '' : says.broken({ count: format.count(failed) }))
  }

  function drawMetric(
    { metric, canvas, name, says }: (typeof strips)[number],
    ended: readonly ReturnType<typeof outcomesIn>[],
    words: Words,
  ): void {
    const rows: StripDots[] = ended.map((outcomes, at) => {
      const values = outcomes.map(({ outcome }) => lastOf(outcome, metric)).filter((value) => value !== null)
      return { letter: plans[at]?.letter ?? '', values, median: medianOf(values) }
    })
    const texts = MANY_TEXTS[words.locale]
    const medians = rows.map(({ letter, median }) =>
      texts.median({ letter, value: valueText(metric, median, words) }),
    )
    const [before, after] = ended.map((outcomes) => {
      const byRun: (number | null)[] = []
      for (const { run, outcome } of outcomes) byRun[run] = lastOf(outcome, metric)
      return byRun
    })
    const pairs = before && after ? pairsOf(before, after) : null
    const told =
      pairs && pairs.pairs > 0
        ? [
            texts.higher({
              letter: plans[1]?.letter ?? '',
              other: plans[0]?.letter ?? '',
              higher: words.format.count(pairs.higher),
              pairs: words.format.count(pairs.pairs),
            }),
          ]
        : []
    const sentence = [...medians, ...told].join(words.texts.comma)
    const label = METRIC_WORDS[metric].name[words.locale]
    write(name, label)
    write(says, sentence)
    canvas.setAttribute('aria-label', texts.strip({ name: label, says: sentence }))
    drawStrip(canvas, rows, { format: (value) => valueText(metric, value, words) })
  }

  return {
    element,
    show,
    draw,
    stop() {
      ensemble.close()
      isOn = false
      label()
    },
  }
}

function lastOf({ at }: Outcome, metric: MetricName): number | null {
  const days = Object.keys(at).map(Number)
  return at[Math.max(...days)]?.[metric] ?? null
}
