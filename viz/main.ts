import { MESSAGES, localeFor } from './locales/messages.ts'
import { openPage } from './page.ts'
import { openLibrary } from './player/library.ts'
import { readQuery } from './query.ts'
import { h } from './dom.ts'

const root = document.getElementById('page') ?? document.body

openLibrary()
  .then((library) => openPage(root, { library, query: readQuery(location.search) }))
  .catch((error: unknown) => {
    const texts = MESSAGES[localeFor(navigator.languages)]
    root.replaceChildren(
      h(
        'main',
        { class: 'failure', role: 'alert' },
        h('p', {}, texts.failedPage),
        h('pre', {}, String(error)),
      ),
    )
  })
