import type { Problem } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'
import { sayProblem } from './say-problem.ts'
import { FILE_TEXTS } from './texts.ts'
import './files.css'

/** Lists everything that is wrong with a scenario: where, which field, what must hold and what was found. */
export function openProblems(
  title: string,
  says: string,
  problems: readonly Problem[],
  { texts, locale, format }: Words,
): void {
  const its = FILE_TEXTS[locale]
  const head = h(
    'tr',
    {},
    ...[its.where, its.path, its.problem].map((cell) => h('th', { scope: 'col' }, cell)),
  )
  const severalFiles = new Set(problems.map(({ file }) => file)).size > 1
  const rows = problems.map(({ file, line, path, says }) => {
    const where = line === null ? its.whole : its.line({ line: format.count(line) })
    const said = sayProblem(says, locale)
    return h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        where,
        ...(severalFiles && file !== '' ? [h('span', { class: 'quiet' }, ` ${file}`)] : []),
      ),
      h('td', {}, path === '' ? its.whole : h('code', {}, path)),
      h('td', said === null ? { lang: 'en' } : {}, said ?? says),
    )
  })
  const table = h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows))
  openDialog(
    title,
    texts.close,
    h('p', { role: 'alert' }, says),
    h('div', { class: 'scroller problems', tabindex: 0, role: 'region', 'aria-label': title }, table),
  )
}
