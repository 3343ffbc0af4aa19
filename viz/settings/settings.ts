import { LOCALES } from '../../sim/index.ts'
import { h } from '../dom.ts'
import { forgetFiles, recallFiles } from '../files/kept.ts'
import { LANGUAGE_NAMES } from '../locales/messages.ts'
import { loadWords } from '../locales/words.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'
import { CONTRASTS, MOTIONS, TEXT_SIZES, THEME_CHOICES, USUAL } from '../player/settings.ts'
import type { Settings, SettingsStore } from '../player/settings.ts'
import { byteSize } from './byte-size.ts'
import { SETTINGS_TEXTS } from './texts.ts'
import './settings.css'

/**
 * Everything that can be set about the page as a whole. What is chosen holds at once; the dialog itself follows, in
 * another language too.
 */
export function openSettings(store: SettingsStore, first: Words): void {
  let words = first
  const status = h('p', { role: 'status' })
  const body = h('div', { class: 'settings' })
  const dialog = openDialog('', '', body)
  const [title, close] = [dialog.querySelector('h2'), dialog.querySelector('header button')]
  const stop = store.subscribe(({ locale }) => {
    // The texts of another language come a moment later than the wish for it.
    void loadWords(locale ?? words.locale).then((next) => {
      words = next
      if (dialog.open) build()
    })
  })
  dialog.addEventListener('close', stop)
  build()
  body.querySelector<HTMLElement>(':checked')?.focus()

  function build(): void {
    const { texts, locale } = words
    const its = SETTINGS_TEXTS[locale]
    const focused = document.activeElement?.id ?? ''
    if (title) title.textContent = its.title
    if (close) close.textContent = texts.close
    body.replaceChildren(
      choice('locale', its.locale, LOCALES, (each) => LANGUAGE_NAMES[each].long.replace(/^EN /, ''), locale),
      choice('theme', its.theme, THEME_CHOICES, (each) => its.themes[each]),
      choice('textSize', its.textSize, TEXT_SIZES, (each) => words.format.percent(each / 100)),
      choice('contrast', its.contrast, CONTRASTS, (each) => its.contrasts[each]),
      choice('motion', its.motion, MOTIONS, (each) => its.motions[each], undefined, its.motionSays),
      h(
        'fieldset',
        {},
        h('legend', {}, its.replay),
        check('hold', its.hold, its.holdSays),
        check('keys', its.keys, its.keysSays),
      ),
      kept(),
      h('div', { class: 'settings-end' }, reset(), status),
    )
    if (focused !== '') document.getElementById(focused)?.focus()
  }

  /** A line of choices, one of which holds. */
  function choice<Key extends keyof Settings, Value extends Settings[Key] & (string | number)>(
    key: Key,
    name: string,
    values: readonly Value[],
    says: (value: Value) => string,
    holds: unknown = store.get()[key],
    note = '',
  ): HTMLElement {
    const options = values.map((value) => {
      const id = `setting-${key}-${value}`
      const input = h('input', { type: 'radio', name: `setting-${key}`, id, checked: value === holds })
      input.addEventListener('change', () => store.set({ [key]: value }))
      return h('label', key === 'locale' ? { lang: value } : {}, input, h('span', {}, says(value)))
    })
    return h(
      'fieldset',
      {},
      h('legend', {}, name),
      h('div', { class: 'switch' }, ...options),
      ...(note === '' ? [] : [h('p', {}, note)]),
    )
  }

  function check(key: 'keys' | 'hold', name: string, says: string): HTMLElement {
    const input = h('input', { type: 'checkbox', id: `setting-${key}`, checked: store.get()[key] })
    input.addEventListener('change', () => store.set({ [key]: input.checked }))
    return h('label', { class: 'settings-check' }, input, name, h('span', { class: 'quiet' }, says))
  }

  /** What lies on this device; how much, is known a moment later. */
  function kept(): HTMLElement {
    const { locale, format } = words
    const its = SETTINGS_TEXTS[locale]
    const says = h('p', {})
    const button = h(
      'button',
      { type: 'button', id: 'setting-forget', class: 'button', hidden: true },
      its.forget,
    )
    button.addEventListener('click', () => {
      void forgetFiles().then(() => {
        status.textContent = its.forgotten
        return tell()
      })
    })
    void tell()
    return h('fieldset', {}, h('legend', {}, its.kept), says, button)

    async function tell(): Promise<void> {
      const { scenarios, logs } = await recallFiles()
      const bytes =
        logs.reduce((sum, { file }) => sum + file.size, 0) +
        scenarios.reduce((sum, { body }) => sum + JSON.stringify(body).length, 0)
      const isEmpty = scenarios.length + logs.length === 0
      const counts = { scenarios: format.count(scenarios.length), logs: format.count(logs.length) }
      says.textContent = isEmpty
        ? its.keptNothing
        : its.keptCount({ ...counts, size: byteSize(bytes, format) })
      if (isEmpty && document.activeElement === button)
        body.querySelector<HTMLElement>('#setting-reset')?.focus()
      button.hidden = isEmpty
    }
  }

  function reset(): HTMLElement {
    const button = h(
      'button',
      { type: 'button', id: 'setting-reset', class: 'button' },
      SETTINGS_TEXTS[words.locale].reset,
    )
    button.addEventListener('click', () => {
      store.set(USUAL)
      status.textContent = SETTINGS_TEXTS[words.locale].wasReset
    })
    return button
  }
}
