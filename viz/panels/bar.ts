import { LOCALES } from '../../sim/index.ts'
import type { Locale } from '../../sim/index.ts'
import { h } from '../dom.ts'
import { LANGUAGE_NAMES } from '../locales/messages.ts'
import type { Messages } from '../locales/zh-Hans.ts'
import type { View } from '../player/frames.ts'
import { icon } from '../timeline/icons.ts'
import type { ThemeChoice } from './theme.ts'

export interface BarOptions {
  readonly texts: Messages
  readonly locale: Locale
  readonly theme: ThemeChoice
  readonly view: View
  readonly setView: (view: View) => void
  readonly setLocale: (locale: Locale) => void
  readonly nextTheme: () => void
  readonly help: () => void
  readonly openLog: () => void
  readonly chooser: () => void
  readonly limits: () => void
}

export interface Bar {
  readonly element: HTMLElement
  readonly showView: (view: View) => void
  readonly showTheme: (theme: ThemeChoice) => void
}

/** The top line: what this is, and the few switches of the whole page. */
export function createBar(options: BarOptions): Bar {
  const { texts, locale } = options
  const views = (['truth', 'owner'] as const).map((view) => ({
    view,
    button: h(
      'button',
      { type: 'button', id: `view-${view}`, onclick: () => options.setView(view) },
      view === 'truth' ? texts.truth : texts.ownerView,
    ),
  }))
  const languages = LOCALES.map((each) =>
    h(
      'button',
      {
        type: 'button',
        id: `language-${each}`,
        lang: each,
        'aria-pressed': String(each === locale),
        'aria-label': LANGUAGE_NAMES[each].long,
        title: LANGUAGE_NAMES[each].long,
        onclick: () => options.setLocale(each),
      },
      LANGUAGE_NAMES[each].short,
    ),
  )
  const theme = h(
    'button',
    { type: 'button', id: 'theme', class: 'button round', onclick: () => options.nextTheme() },
    icon('theme'),
  )
  const help = h(
    'button',
    {
      type: 'button',
      id: 'help',
      class: 'button round',
      'aria-label': texts.help,
      title: texts.help,
      onclick: () => options.help(),
    },
    '?',
  )
  const open = h(
    'button',
    { type: 'button', id: 'open-log', class: 'button', onclick: () => options.openLog() },
    texts.openLog,
  )
  const chooser = h(
    'button',
    { type: 'button', id: 'choose', class: 'button', onclick: () => options.chooser() },
    texts.chooser.open,
  )
  const limits = h(
    'button',
    {
      type: 'button',
      id: 'limits',
      class: 'button',
      title: texts.limits.title,
      onclick: () => options.limits(),
    },
    texts.limits.open,
  )
  const group = (label: string, ...buttons: HTMLElement[]): HTMLElement =>
    h('div', { class: 'switch', role: 'group', 'aria-label': label }, ...buttons)
  const element = h(
    'header',
    { class: 'bar' },
    h('h1', {}, texts.brand, h('span', { class: 'tagline' }, texts.tagline)),
    h(
      'div',
      { class: 'tools' },
      chooser,
      open,
      limits,
      group(texts.viewLabel, ...views.map(({ button }) => button)),
      group(texts.language, ...languages),
      theme,
      help,
    ),
  )
  function showView(view: View): void {
    for (const each of views) each.button.setAttribute('aria-pressed', String(each.view === view))
  }
  function showTheme(choice: ThemeChoice): void {
    const name = texts.theme({ theme: texts.themes[choice] })
    theme.setAttribute('aria-label', name)
    theme.title = name
  }
  showView(options.view)
  showTheme(options.theme)
  return { element, showView, showTheme }
}
