import type { ChoiceField, Elsewhere, Fields, Later, NumberField, ObjectField } from './field.ts'

type Rest = {
  readonly default?: number | Elsewhere
  readonly source?: string
  readonly required?: boolean
  readonly later?: Later
}

/** CNY; a bound that only keeps sums finite. */
const MONEY_MAX = 1e9

/** No scenario is longer (contract §2). */
export const DAYS_MAX = 1500

export function share(says: string, rest: Rest = {}): NumberField {
  return { kind: 'number', says, unit: 'share', min: 0, max: 1, source: 'assumption', ...rest }
}

export function perDay(says: string, rest: Rest = {}): NumberField {
  return { kind: 'number', says, unit: 'a day', min: 0, max: 1000, source: 'contract', ...rest }
}

export function money(
  says: string,
  rest: Rest & { readonly min?: number; readonly max?: number } = {},
): NumberField {
  return { kind: 'number', says, unit: 'CNY', min: 0, max: MONEY_MAX, source: 'contract', ...rest }
}

export function amount(
  says: string,
  unit: string,
  [min, max]: readonly [min: number, max: number],
  rest: Rest = {},
): NumberField {
  return { kind: 'number', says, unit, min, max, source: 'contract', ...rest }
}

export function whole(
  says: string,
  unit: string,
  [min, max]: readonly [min: number, max: number],
  rest: Rest = {},
): NumberField {
  return { kind: 'whole', says, unit, min, max, source: 'contract', ...rest }
}

export function choice(
  says: string,
  choices: readonly string[],
  rest: { readonly default?: string; readonly later?: Later; readonly source?: string } = {},
): ChoiceField {
  return { kind: 'choice', says, choices, source: 'contract', ...rest }
}

export function group(says: string, fields: Fields, rest: { readonly required?: boolean } = {}): ObjectField {
  return { kind: 'object', says, source: 'contract', fields, ...rest }
}
