import { LEDGERS } from '../../sim/index.ts'
import type { Ledger } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { ACCOUNT_TEXTS } from './texts.ts'

/** What an account speaks of and a page may explain at length. */
export type Term = Ledger | 'blame'

/** What the numbers of an account mean, folded away below it; with a way to more, where the page has more to say. */
export function createTerms(words: Words, define: ((term: Term) => void) | undefined): HTMLElement {
  const { texts, locale } = words
  const own = ACCOUNT_TEXTS[locale]
  const terms: readonly (readonly [Term, string, string])[] = [
    ...LEDGERS.map((ledger) => [ledger, texts.ledgers[ledger], own.definitions[ledger]] as const),
    ['blame', own.blame, own.blameIs],
  ]
  const list = terms.flatMap(([term, name, says]) => [
    h('dt', {}, name),
    h('dd', {}, says, ...more(term, name)),
  ])

  function more(term: Term, name: string): (Node | string)[] {
    if (!define) return []
    const label = own.define({ name })
    return [' ', h('button', { type: 'button', class: 'link', onclick: () => define(term) }, label)]
  }

  return h('details', { class: 'terms' }, h('summary', {}, own.terms), h('dl', {}, ...list))
}
