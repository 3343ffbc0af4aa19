import type { Words } from '../locales/words.ts'
import type { Knob } from './knobs.ts'
import { TUNING_TEXTS } from './texts.ts'

/** 「广告 5 个/天 → 0 个/天」 */
export function turnText(knob: Knob, value: number, words: Words): string {
  const text = TUNING_TEXTS[words.locale]
  return text.turn({
    name: text.knobs[knob.name],
    from: knobValue(knob, knob.value, words),
    to: knobValue(knob, value, words),
  })
}

export function knobValue({ unit }: Knob, value: number, { format, locale }: Words): string {
  return unit === 'share'
    ? format.percent(value)
    : `${format.number(value)}${TUNING_TEXTS[locale].units[unit]}`
}
