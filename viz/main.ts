import { openApp } from './app.ts'
import { h } from './dom.ts'
import { recallScenarios } from './files/kept.ts'
import { loadMessages, localeFor } from './locales/messages.ts'
import { loadWords } from './locales/words.ts'
import { recall, remember } from './panels/memory.ts'
import { addOwn, freeName, openLibrary } from './player/library.ts'
import { createSettings } from './player/settings.ts'
import { readQuery } from './query.ts'

const root = document.getElementById('page') ?? document.body
const query = readQuery(location.search)
const stillness = matchMedia('(prefers-reduced-motion: reduce)')
const settings = createSettings({ recall, remember, systemIsCalm: () => stillness.matches })
const locale = query.locale ?? settings.get().locale ?? localeFor(navigator.languages)

// What an address asks for is fetched while the rest is being read; should it not come, it is asked for again.
if (query.names) import('./screens/stage.ts').catch(() => {})

Promise.all([openLibrary(), loadWords(locale)])
  .then(([library, words]) => {
    for (const { name, body } of recallScenarios()) addOwn(library, freeName(library, name), body)
    openApp(root, { library, query, settings, words })
  })
  .catch(fail)

async function fail(error: unknown): Promise<void> {
  const says = await loadMessages(locale).then(
    ({ failedPage }) => failedPage,
    // Not even the texts came: then in the two languages that most readers have one of.
    () => '页面没有装好，请刷新。The page did not load; please reload it.',
  )
  root.replaceChildren(
    h('main', { class: 'failure', role: 'alert' }, h('p', {}, says), h('pre', {}, String(error))),
  )
}
