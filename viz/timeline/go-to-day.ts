import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'
import { TIMELINE_TEXTS } from './texts.ts'

/** Asks for a day, and goes there on Enter; a day that is not in the run is refused in the field. */
export function openGoToDay(options: {
  readonly words: Words
  readonly days: number
  readonly day: number
  readonly go: (day: number) => void
}): void {
  const { words, days } = options
  const texts = TIMELINE_TEXTS[words.locale]
  const input = h('input', {
    type: 'number',
    id: 'go-to-day',
    class: 'number',
    min: 0,
    max: days,
    step: 1,
    required: true,
    inputmode: 'numeric',
    autocomplete: 'off',
    value: options.day,
  })
  const form = h(
    'form',
    {
      class: 'go-to-day',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault()
        dialog.close()
        options.go(input.valueAsNumber)
      },
    },
    h('label', { for: 'go-to-day' }, texts.whichDay({ days: words.format.count(days) })),
    input,
    h('button', { type: 'submit', class: 'button' }, texts.go),
  )
  const dialog = openDialog(texts.goToDay, words.texts.close, form)
  input.focus()
  input.select()
}
