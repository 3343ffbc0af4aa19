import { h } from '../dom.ts'
import type { Messages } from '../locales/zh-Hans.ts'
import type { Failure } from '../player/worker.ts'

/** Says what is wrong with a side and what to do about it. */
export function failurePanel(
  name: string,
  options: {
    readonly failure: Failure | 'unknown'
    readonly known: readonly string[]
    readonly texts: Messages
  },
): HTMLElement {
  const { texts, failure, known } = options
  const title = h('p', { class: 'failure-title' }, texts.failed({ name }))
  // It scrolls where its wall would have been small: keys must reach it.
  return h('div', { class: 'failure', role: 'alert', tabindex: 0 }, title, ...remedy())

  function remedy(): Node[] {
    if (failure === 'unknown') {
      const list = known.flatMap((each) => [h('code', {}, each), ' '])
      const guess = texts.failedUnknown({ name, nearest: nearestTo(name, known) })
      return [h('p', {}, guess), h('p', {}, texts.failedList, ' ', ...list)]
    }
    const advice = failure.fault === 'scenario' ? texts.failedScenario : texts.failedPage
    return [h('p', {}, advice), h('pre', { tabindex: 0 }, failure.text)]
  }
}

/** The known name with the fewest letters to change. */
function nearestTo(name: string, known: readonly string[]): string {
  const ranked = known.map((each) => ({ each, edits: distance(name, each) }))
  return ranked.sort((one, other) => one.edits - other.edits)[0]?.each ?? ''
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[other.length] ?? 0
}
