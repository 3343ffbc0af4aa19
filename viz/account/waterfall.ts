import { LEDGERS } from '../../sim/index.ts'
import type { Ledger } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { buildUp, endOf } from './build-up.ts'
import type { Step } from './build-up.ts'
import type { Ending, Story } from './story.ts'
import { ACCOUNT_TEXTS } from './texts.ts'

/** Smallest share that gets a bar. */
const SMALLEST = 0.005

/** Each share begins where the one before it ended; together they are the whole hazard of that day. */
export function hazardWaterfall(
  { kind, shares }: Ending,
  { texts, format, locale }: Words,
): readonly HTMLElement[] {
  let sum = 0
  const items = shares
    .filter(({ share }) => share >= SMALLEST)
    .map(({ cause, share }) => {
      const bar = barOf(kind, { from: sum, to: sum + share })
      sum += share
      return row(texts.causes[cause], bar, format.percent(share))
    })
  return [h('h3', {}, ACCOUNT_TEXTS[locale].whyShares[kind]), h('ol', { class: 'waterfall' }, ...items)]
}

/** How one of her ledgers came to stand where it stands, one cause after the other; which one can be chosen. */
export interface AccountWaterfall {
  readonly element: HTMLElement
  readonly show: (ending: Ending | null, day: number) => void
}

export function createAccountWaterfall(
  { account }: Story,
  words: Words,
  choice: { readonly chosen: () => Ledger | null; readonly choose: (ledger: Ledger) => void },
): AccountWaterfall {
  const { texts, format, when, locale } = words
  const own = ACCOUNT_TEXTS[locale]
  const buttons = LEDGERS.map((ledger) =>
    h(
      'button',
      {
        type: 'button',
        id: `ledger-${ledger}`,
        onclick: () => {
          choice.choose(ledger)
          draw()
        },
      },
      texts.ledgers[ledger],
    ),
  )
  const title = h('h3', {})
  const list = h('ol', { class: 'waterfall' })
  const element = h(
    'div',
    { class: 'build-up' },
    title,
    h('div', { class: 'ledger-choice', role: 'group', 'aria-label': own.buildUpOf }, ...buttons),
    list,
  )
  let ending: Ending | null = null
  let day = 0

  function draw(): void {
    title.textContent = own.buildUp({ day: when(day) })
    const chosen = choice.chosen() ?? ledgerBehind(ending)
    buttons.forEach((button, at) => button.setAttribute('aria-pressed', String(LEDGERS[at] === chosen)))
    const steps = buildUp(account, chosen, day)
    const end = endOf(steps)
    const reach = [0, ...steps.flatMap(({ from, to }) => [from, to])]
    const [low, high] = [Math.min(...reach), Math.max(...reach)]
    const place = (value: number): number => (high > low ? (value - low) / (high - low) : 0)
    const nameOf = ({ cause }: Step): string => (cause === 'others' ? own.others : texts.causes[cause])
    list.replaceChildren(
      ...steps.map((step) => {
        const [from, to] = [place(step.from), place(step.to)]
        const bar = barOf(step.change < 0 ? 'loss' : 'gain', {
          from: Math.min(from, to),
          to: Math.max(from, to),
        })
        return row(nameOf(step), bar, format.change(step.change))
      }),
      row(
        own.stored,
        barOf('sum', { from: place(Math.min(0, end)), to: place(Math.max(0, end)) }),
        format.percent(end),
      ),
    )
  }

  return {
    element,
    show(nextEnding, nextDay) {
      if (nextDay === day && nextEnding === ending && list.firstElementChild) return
      ending = nextEnding
      day = nextDay
      draw()
    },
  }
}

/** The ledger that the main cause of an ending works through; trust, where it works otherwise. */
export function ledgerBehind(ending: Ending | null): Ledger {
  switch (ending?.shares[0]?.cause) {
    case 'hard-ads':
      return 'fatigue'
    case 'low-value':
    case 'chatter':
    case 'overload':
      return 'value'
    default:
      return 'trust'
  }
}

function row(name: string, bar: HTMLElement, value: string): HTMLElement {
  const track = h('span', { class: 'bar-track', 'aria-hidden': 'true' }, bar)
  return h('li', {}, h('span', {}, name), track, h('b', {}, value))
}

/** A bar from one share of the track to another. */
function barOf(kind: string, { from, to }: { readonly from: number; readonly to: number }): HTMLElement {
  const bar = h('span', { class: `bar-part ${kind}` })
  bar.style.left = `${100 * from}%`
  bar.style.width = `${100 * (to - from)}%`
  return bar
}
