import { LIMITS } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'

/** What this model does not know, in its own words. Loaded when first asked for. */
export function openLimits({ texts, locale }: Words): void {
  const list = h('ul', { class: 'limits-list' }, ...LIMITS.map((limit) => h('li', {}, limit[locale])))
  const scroller = h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': texts.limits.title },
    h('p', {}, texts.limits.intro),
    list,
  )
  openDialog(texts.limits.title, texts.close, scroller).classList.add('limits')
}
