import { openDialog } from '../panels/dialog.ts'
import type { Words } from '../locales/words.ts'
import type { Library } from '../player/library.ts'
import { writeScenarioFile } from './ask.ts'
import { download } from './download.ts'
import type { Saved } from './file-worker.ts'
import { openProblems } from './problems.ts'
import { FILE_TEXTS } from './texts.ts'

/** Hands the reader a scenario as `NAME.yaml`. True when she got it. */
export async function saveScenario(
  saved: Saved,
  options: { readonly name: string; readonly library: Library; readonly words: Words },
): Promise<boolean> {
  const { name, library, words } = options
  const file = `${name}.yaml`
  const answer = await writeScenarioFile(saved, library)
  if (answer.type === 'written') {
    download(file, new Blob([answer.text], { type: 'application/yaml' }))
    return true
  }
  const texts = FILE_TEXTS[words.locale]
  if (answer.type === 'wrong')
    openProblems(texts.notSaved({ file }), texts.notSavedBecause, answer.problems, words)
  else openDialog(texts.notSaved({ file }), words.texts.close, failure(answer.text))
  return false

  function failure(text: string): HTMLElement {
    const pre = document.createElement('pre')
    pre.textContent = text
    return pre
  }
}
