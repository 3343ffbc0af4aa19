import { METRIC_WORDS } from '../../sim/index.ts'
import type { MetricName } from '../../sim/index.ts'
import { openDefinition, valueText } from '../definitions/definition.ts'
import { h, write } from '../dom.ts'
import type { AsideContext, AsidePanel } from './aside-panel.ts'
import { DEFINITION_TEXTS } from '../definitions/texts.ts'
import './numbers.css'

/** The numbers of the panel, in the order in which a group is judged: who is there, who lives, who pays, what it cost. */
const SHOWN = [
  ...['members', 'joined', 'left', 'readers', 'muted', 'zombies', 'weeklySpeakingRate', 'adShare'],
  ...['meanTrust', 'meanValue', 'meanFatigue', 'meanBelonging', 'tiesPerMember', 'needsMet'],
  ...['buyers', 'fans', 'conversionRate', 'repurchaseRate', 'revenue', 'ownerNet', 'ownerHours'],
] as readonly MetricName[]

/** What no owner of a group can find out. */
const HIDDEN: readonly MetricName[] = [
  ...(['readers', 'muted', 'zombies', 'meanTrust', 'meanValue', 'meanFatigue', 'meanBelonging'] as const),
  ...(['tiesPerMember', 'needsMet', 'fans'] as const),
]

/** The tab of numbers: each is a button that tells its definition, its run and what it rests on. */
export function createNumbers(context: AsideContext): AsidePanel {
  const element = h('div', { class: 'all-numbers' })
  let cells: { readonly metric: MetricName; readonly value: HTMLElement; readonly before: HTMLElement }[] = []

  function rebuild(): void {
    const words = context.words()
    cells = SHOWN.map((metric) => ({ metric, value: h('b', {}), before: h('span', { class: 'quiet' }) }))
    const items = cells.map(({ metric, value, before }) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            id: `number-${metric}`,
            'aria-haspopup': 'dialog',
            onclick: () => define(metric),
          },
          h('span', { class: 'number-name' }, METRIC_WORDS[metric].name[words.locale]),
          value,
          before,
        ),
      ),
    )
    element.replaceChildren(h('ul', {}, ...items), h('p', { class: 'quiet' }, words.texts.numbersHint))
  }

  function define(metric: MetricName): void {
    const { playback } = context.side()
    if (!playback) return
    const day = Math.min(context.day(), playback.days)
    openDefinition(metric, { playback, day, words: context.words() })
  }

  function showDay(day: number): void {
    const words = context.words()
    const { playback, parent } = context.side()
    if (!playback) return
    const isOwner = context.view() === 'owner'
    for (const { metric, value, before } of cells) {
      const hidden = isOwner && HIDDEN.includes(metric)
      const at = (from: typeof playback): number => from.series[metric][Math.min(day, from.days)] ?? NaN
      write(value, hidden ? '?' : valueText(metric, at(playback), words))
      value.title = hidden ? DEFINITION_TEXTS[words.locale].hidden : ''
      const old = parent?.playback
      write(
        before,
        !old || hidden
          ? ''
          : words.texts.numbersOf({ letter: parent.letter, value: valueText(metric, at(old), words) }),
      )
    }
  }

  return { element, rebuild, showDay, draw() {}, show() {}, hide() {} }
}
