import { KINDS, METRIC_WORDS } from '../../sim/index.ts'
import type { Cause, MetricName, WhatChanged } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { AsideContext } from '../panels/aside-panel.ts'
import { askDesk } from '../player/desk.ts'
import type { Side } from '../player/side.ts'
import { nicknameOf } from '../stage/nickname.ts'
import { CHANGED_TEXTS } from './changed-texts.ts'
import { valueText } from '../definitions/definition.ts'

/** Somebody who drags a slider does not start a comparison at every step. */
const SETTLE_MS = 500
/** So many people are named. */
const NAMED_MOST = 6
const COMPARED = ['members', 'readers', 'buyers', 'revenue', 'ownerNet', 'ownerHours'] as const

/** What changed because of the fork: numbers at the end, the first difference, and whose fate is another. */
export interface Changed {
  readonly element: HTMLElement
  /** Of this branch; null: of none. */
  readonly show: (branch: Side | null) => void
  readonly stop: () => void
}

export function createWhatChanged(context: AsideContext): Changed {
  const body = h('div', { 'aria-live': 'polite' })
  const title = h('h3', {})
  const element = h('section', { class: 'what-changed', hidden: true }, title, body)
  let shown: Side | null = null
  let known: WhatChanged | null = null
  let language = ''
  let cancel = (): void => {}

  function stop(): void {
    cancel()
    cancel = () => {}
    if (!known) shown = null
  }

  function show(branch: Side | null): void {
    const words = context.words()
    element.hidden = branch === null
    title.textContent = CHANGED_TEXTS[words.locale].title
    const isSame = branch === shown
    if (isSame && language === words.locale) return
    language = words.locale
    if (isSame && known && branch) return tell(branch, known)
    stop()
    shown = branch
    known = null
    const { playback, parent, scenario } = branch ?? {}
    if (!branch || !playback || !parent || !scenario) return
    ask(branch, { scenario, seed: playback.seed, parent: parent.forks, branch: branch.forks })
  }

  function ask(
    branch: Side,
    histories: Omit<Extract<Parameters<typeof askDesk>[0], { type: 'what-changed' }>, 'type'>,
  ): void {
    const says = CHANGED_TEXTS[context.words().locale]
    const waiting = h('progress', { max: 1, value: 0, 'aria-label': says.asking })
    body.replaceChildren(waiting)
    const timer = setTimeout(() => {
      cancel = askDesk(
        { type: 'what-changed', ...histories },
        {
          type: 'changed',
          progress(share) {
            waiting.value = share
          },
          done({ changed }) {
            known = changed
            tell(branch, changed)
          },
          failed({ text }) {
            body.replaceChildren(h('p', {}, says.failed), h('pre', {}, text))
          },
        },
      )
    }, SETTLE_MS)
    cancel = () => clearTimeout(timer)
  }

  function tell(branch: Side, changed: WhatChanged): void {
    const words = context.words()
    const says = CHANGED_TEXTS[words.locale]
    const { format } = words
    if (changed.firstDifference === null) return body.replaceChildren(h('p', {}, says.nothing))
    const { day, kind } = changed.firstDifference
    const facts = says.facts({
      day: format.count(day + 1),
      kind: KINDS[kind].says[words.locale],
      vanished: format.count(changed.vanished),
      appeared: format.count(changed.appeared),
    })
    const stayed = countText(changed.stayed, says.stayed, words)
    const left = countText(changed.left, says.left, words)
    body.replaceChildren(
      table(branch, words),
      ...[stayed, left].filter((text) => text !== '').map((text) => h('p', { class: 'fates' }, text)),
      people(branch, changed, words),
      h('p', { class: 'quiet' }, facts),
      h('p', { class: 'quiet' }, says.once, words.gap, words.texts.outcomes.model),
    )
  }

  /** At the end of both: what it was, what it is. */
  function table({ letter, playback, parent }: Side, words: Words): HTMLElement {
    const says = CHANGED_TEXTS[words.locale]
    const before = parent?.playback
    const at = (of: typeof playback, metric: MetricName): number => of?.series[metric][of.days] ?? NaN
    const row = (metric: MetricName): HTMLElement => {
      const [was, is] = [at(before ?? null, metric), at(playback, metric)]
      const sign = is > was ? '+' : ''
      return h(
        'tr',
        {},
        h('th', { scope: 'row' }, METRIC_WORDS[metric].name[words.locale]),
        h('td', {}, valueText(metric, was, words)),
        h('td', {}, valueText(metric, is, words)),
        h('td', {}, h('b', {}, `${sign}${valueText(metric, is - was, words)}`)),
      )
    }
    const heads = [says.atEnd, parent?.letter ?? '', letter, says.gap]
    return h(
      'table',
      { class: 'gaps' },
      h('thead', {}, h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, ...COMPARED.map(row)),
    )
  }

  function people({ playback }: Side, { fates }: WhatChanged, words: Words): HTMLElement {
    const says = CHANGED_TEXTS[words.locale]
    const named = fates
      .filter(
        ({ person, parent, branch }) =>
          parent.outcome !== branch.outcome && playback?.person.includes(person),
      )
      .slice(0, NAMED_MOST)
    const items = named.map(({ person, parent, branch }) =>
      h(
        'li',
        {},
        h(
          'button',
          { type: 'button', class: 'link', onclick: () => context.select(person) },
          nicknameOf(person, words.texts.nicknames, words.gap),
        ),
        ` ${says.fate({ from: says.outcomes[parent.outcome], to: says.outcomes[branch.outcome] })}`,
      ),
    )
    return h('ul', { class: 'fate-list', 'aria-label': says.people }, ...items)
  }

  return { element, show, stop }
}

function countText(
  { people, causes }: WhatChanged['stayed'],
  says: (of: { count: string; causes: string }) => string,
  { texts, format }: Words,
): string {
  if (people === 0) return ''
  const told = causes
    .slice(0, 3)
    .map(
      ({ cause, people: count }: { cause: Cause; people: number }) =>
        `${texts.causes[cause]} ${format.count(count)}`,
    )
    .join(texts.comma)
  return says({ count: format.count(people), causes: told })
}
