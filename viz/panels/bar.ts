import { LOCALES } from '../../sim/index.ts'
import type { Locale } from '../../sim/index.ts'
import { h } from '../dom.ts'
import { LANGUAGE_NAMES } from '../locales/messages.ts'
import type { Messages } from '../locales/zh-Hans.ts'
import type { View } from '../player/frames.ts'
import { SCREEN_NAMES } from '../screens/screen.ts'
import type { ScreenName } from '../screens/screen.ts'
import { icon } from '../timeline/icons.ts'
import type { IconName } from '../timeline/icons.ts'
import type { ThemeChoice } from './theme.ts'
import './bar.css'

export interface BarOptions {
  readonly texts: Messages
  readonly locale: Locale
  readonly theme: ThemeChoice
  readonly view: View
  readonly screen: ScreenName
  readonly goTo: (screen: ScreenName) => void
  readonly setView: (view: View) => void
  readonly setLocale: (locale: Locale) => void
  readonly nextTheme: () => void
  readonly help: () => void
  readonly settings: () => void
  readonly openFile: () => void
  readonly limits: () => void
}

export interface Bar {
  readonly element: HTMLElement
  readonly showView: (view: View) => void
  readonly showTheme: (theme: ThemeChoice) => void
  readonly showScreen: (screen: ScreenName) => void
}

/** The top line: what this is, where one can go, and the few switches of the whole page. */
export function createBar(options: BarOptions): Bar {
  const { texts, locale } = options
  const tabs = SCREEN_NAMES.map((screen) => ({
    screen,
    button: h(
      'button',
      { type: 'button', id: `go-${screen}`, onclick: () => options.goTo(screen) },
      texts.screens[screen],
    ),
  }))
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
  const round = (id: string, name: string, look: Node, onclick: () => void): HTMLButtonElement =>
    h('button', { type: 'button', id, class: 'button round', 'aria-label': name, title: name, onclick }, look)
  const shape = (name: IconName): Node => icon(name)
  const open = h(
    'button',
    { type: 'button', id: 'open-file', class: 'button', onclick: () => options.openFile() },
    texts.openFile,
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
  const theme = round('theme', '', shape('theme'), options.nextTheme)
  const group = (label: string, name: string, ...buttons: HTMLElement[]): HTMLElement =>
    h('div', { class: `switch ${name}`, role: 'group', 'aria-label': label }, ...buttons)
  const viewSwitch = group(texts.viewLabel, 'views', ...views.map(({ button }) => button))
  const element = h(
    'header',
    { class: 'bar' },
    h('h1', {}, texts.brand),
    h('nav', { class: 'tabs', 'aria-label': texts.screens.label }, ...tabs.map(({ button }) => button)),
    h(
      'div',
      { class: 'tools' },
      viewSwitch,
      open,
      limits,
      group(texts.language, 'languages', ...languages),
      theme,
      round('settings', texts.settingsOpen, shape('settings'), options.settings),
      round('help', texts.help, document.createTextNode('?'), options.help),
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
  function showScreen(screen: ScreenName): void {
    for (const each of tabs) {
      if (each.screen === screen) each.button.setAttribute('aria-current', 'page')
      else each.button.removeAttribute('aria-current')
    }
    viewSwitch.hidden = screen === 'start' || screen === 'log'
  }
  showView(options.view)
  showTheme(options.theme)
  showScreen(options.screen)
  return { element, showView, showTheme, showScreen }
}
