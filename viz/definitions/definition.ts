import { METRICS, METRIC_WORDS, PARAMETERS, PARAMETER_NAMES } from '../../sim/index.ts'
import type { MetricName, ParameterName, Playback } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'
import { DEFINITION_TEXTS } from './texts.ts'
import './definition.css'

/** Shows what a number means, of which run it is, and what it rests on. */
export function openDefinition(
  metric: MetricName,
  { playback, day, words }: { readonly playback: Playback; readonly day: number; readonly words: Words },
): void {
  const { locale, texts, format } = words
  const says = DEFINITION_TEXTS[locale]
  const { name, says: formula } = METRIC_WORDS[metric]
  const facts: [string, string][] = [
    [says.formula, formula[locale]],
    [says.unit, says.units[METRICS[metric].unit]],
    [`${says.now} (${words.when(day)})`, valueText(metric, playback.series[metric][day] ?? NaN, words)],
  ]
  const assumed = PARAMETER_NAMES.filter((each) => isAssumed(each)).length
  const set = PARAMETER_NAMES.filter((each) => Object.hasOwn(playback.scenario.model, each))
  const setHere = set.length === 0 ? h('p', { class: 'quiet' }, says.none) : tableOf(set, playback, words)
  openDialog(
    says.title(name[locale]),
    texts.close,
    h(
      'dl',
      { class: 'facts' },
      ...facts.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text))),
    ),
    h('p', {}, says.oneRun({ seed: playback.seed, engine: playback.engine }), words.gap, says.luck),
    h(
      'p',
      {},
      h('strong', {}, says.model),
      words.gap,
      says.assumptions({
        all: format.count(PARAMETER_NAMES.length),
        assumed: format.count(assumed),
      }),
    ),
    h('h3', {}, says.setHere),
    setHere,
    h(
      'details',
      { class: 'parameters' },
      h('summary', {}, says.all(format.count(PARAMETER_NAMES.length))),
      tableOf(PARAMETER_NAMES, playback, words),
    ),
  )
}

/** A metric as people write it: a share in percent, money in yuan, a score with two digits. */
export function valueText(metric: MetricName, value: number, { format }: Words): string {
  switch (METRICS[metric].unit) {
    case 'people':
      return format.count(value)
    case 'share':
      return format.percent(value)
    case 'CNY':
      return format.money(value)
    default:
      return format.number(value)
  }
}

function isAssumed(name: ParameterName): boolean {
  return PARAMETERS[name].source === 'assumption'
}

/** The sentences of parameters are English, as in the table that engineers read; names and ranges are the same for all. */
function tableOf(
  names: readonly ParameterName[],
  playback: Playback,
  { locale, format }: Words,
): HTMLElement {
  const says = DEFINITION_TEXTS[locale]
  const heads = [says.parameter, says.value, says.plausible, says.source]
  const rows = names.map((name) => {
    const { default: usual, plausible, source, says: sentence, unit } = PARAMETERS[name]
    const [low, high] = plausible
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, h('code', {}, name), h('span', { class: 'quiet', lang: 'en' }, sentence)),
      h('td', {}, `${format.number(playback.scenario.model[name] ?? usual)} ${unit === '–' ? '' : unit}`),
      h('td', {}, `${format.number(low)}–${format.number(high)}`),
      h('td', {}, source === 'assumption' ? says.assumption : source),
    )
  })
  return h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': says.parameter },
    h(
      'table',
      { class: 'data' },
      h('thead', {}, h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, ...rows),
    ),
  )
}
