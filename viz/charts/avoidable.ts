import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { Avoided } from './blame.ts'
import type { ChartHooks } from './hooks.ts'
import type { ChartSide } from './sides.ts'
import { CHART_TEXTS } from './texts.ts'

/** Answers, so that a change of language asks nothing again. */
const known = new WeakMap<object, readonly Avoided[]>()

/** The second reading of why members left: what would not have happened without each cause, asked for by a button. */
export function createAvoidable(
  sides: readonly ChartSide[],
  { words, ask }: { readonly words: Words; readonly ask: NonNullable<ChartHooks['avoidable']> },
): { readonly element: HTMLElement } {
  const { texts, format, locale } = words
  const own = CHART_TEXTS[locale].causes
  const start = h('button', { type: 'button', class: 'button', onclick: () => void run() }, own.ask)
  const bar = h('progress', { max: 1, value: 0, 'aria-label': own.asking })
  const count = h('span', {})
  const cancel = h('button', { type: 'button', class: 'button', onclick: () => stop.abort() }, texts.cancel)
  const waiting = h('div', { class: 'bars-waiting' }, bar, count, cancel)
  const intro = h('p', { class: 'quiet' }, own.askNote)
  // The region stands there before it says anything: only then is it heard.
  const heard = h('p', { class: 'bars-said', role: 'status' })
  const results = h('div', { class: `bars-list of-${sides.length}` })
  const element = h('div', { class: 'bars-other', hidden: true }, intro, start, waiting, results, heard)
  let stop = new AbortController()
  showState('idle')
  if (sides.every(({ playback }) => known.has(playback))) finish()

  function showState(state: 'idle' | 'running' | 'done'): void {
    const hadFocus = waiting.contains(document.activeElement)
    start.hidden = intro.hidden = state !== 'idle'
    waiting.hidden = state !== 'running'
    if (state === 'idle' && hadFocus) start.focus()
  }

  async function run(): Promise<void> {
    stop = new AbortController()
    const { signal } = stop
    write(heard, '')
    showProgress(0, 0, 1)
    showState('running')
    cancel.focus()
    try {
      for (const [place, { at, playback }] of sides.entries()) {
        if (known.has(playback)) continue
        const onProgress = (done: number, all: number): void => showProgress(place, done, all)
        const answer = await ask(at, { signal, onProgress })
        if (signal.aborted) return showState('idle')
        known.set(playback, answer)
      }
      finish()
    } catch (error) {
      showState('idle')
      if (!signal.aborted) write(heard, own.failed({ failure: String(error) }))
    }
  }

  /** All sides are asked one after another, and one bar tells of all. */
  function showProgress(place: number, done: number, all: number): void {
    bar.value = (place + (all === 0 ? 0 : done / all)) / sides.length
    write(count, format.percent(bar.value))
  }

  function finish(): void {
    showState('done')
    const answers = sides.map(({ playback }) => known.get(playback) ?? [])
    const causes = [...new Set(answers.flatMap((answer) => answer.map(({ cause }) => cause)))]
    const ends = answers.flatMap((answer) => answer.flatMap(({ low, high }) => [low, high]))
    const scale = { low: Math.min(0, ...ends), high: Math.max(1, ...ends) }
    const list = causes.map((cause) => {
      const cells = sides.map(({ letter }, place) => {
        const found = answers[place]?.find((each) => each.cause === cause)
        return found ? cellOf(letter, found, scale) : h('span', {}, '–')
      })
      return h('li', {}, h('span', { class: 'bar-name' }, texts.causes[cause]), ...cells)
    })
    const letters = sides.map(({ letter }) => h('b', {}, sides.length > 1 ? letter : ''))
    results.replaceChildren(
      h('div', { class: `bars-heads of-${sides.length}` }, h('span', {}, own.avoidedHead), ...letters),
      h('ul', { class: `bars-rows of-${sides.length}` }, ...list),
    )
    write(heard, own.avoidableNote)
  }

  function cellOf(
    letter: string,
    { cause, mean, low, high }: Avoided,
    scale: { readonly low: number; readonly high: number },
  ): HTMLElement {
    const percent = (value: number): number => (100 * (value - scale.low)) / (scale.high - scale.low)
    const span = (from: number, to: number, name: string): HTMLElement => {
      const part = h('span', { class: name })
      part.style.left = `${percent(Math.min(from, to)).toFixed(2)}%`
      part.style.width = `${Math.abs(percent(to) - percent(from)).toFixed(2)}%`
      return part
    }
    const numbers = { mean: format.decimal(mean), low: format.count(low), high: format.count(high) }
    const said = own.avoided({ cause: texts.causes[cause], ...numbers })
    return h(
      'span',
      {
        class: 'bar-row',
        role: 'img',
        'aria-label': sides.length > 1 ? texts.side({ letter, name: said }) : said,
      },
      h('span', { class: 'bar-track' }, span(0, mean, 'bar-part'), span(low, high, 'bar-whisker')),
      h('span', { class: 'bar-number' }, own.range(numbers)),
    )
  }

  return { element }
}
