import { saveScenario } from '../files/save.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'
import type { Library } from '../player/library.ts'
import { forkDayOf } from '../player/side.ts'
import type { Side } from '../player/side.ts'
import { asScenario } from './as-scenario.ts'
import { TUNING_TEXTS } from './texts.ts'

/** Hands the reader a side as a scenario file; says what of it no file can hold. */
export async function saveSide(side: Side, library: Library, words: Words): Promise<void> {
  if (!side.scenario) return
  const { scenario, fromTheStart } = asScenario(side.scenario, side.forks)
  const day = forkDayOf(side)
  const name = day === null ? side.name : `${side.name}--${side.letter.toLowerCase()}-day-${day + 1}`
  const isSaved = await saveScenario({ kind: 'whole', scenario }, { name, library, words })
  if (!isSaved || fromTheStart.length === 0) return
  const says = TUNING_TEXTS[words.locale]
  openDialog(
    says.savedTitle,
    words.texts.close,
    h('p', {}, says.savedFromStart),
    h(
      'ul',
      {},
      ...fromTheStart.map(({ path, value }) => h('li', {}, h('code', {}, `${path} = ${String(value)}`))),
    ),
  )
}
