import type { CasesField, Field, Fields, ListField, NumbersField, ObjectField } from '../model/field.ts'
import type { Parameter } from '../model/parameter.ts'
import { PARAMETERS } from '../model/parameters.ts'
import { SCENARIO_FIELDS, SCENARIO_FORMAT } from '../model/scenario-fields.ts'
import { describeField } from './describe-field.ts'
import { LOCALES } from '../model/local-text.ts'
import { TOPIC_PATTERN } from './topic-name.ts'

type Schema = { readonly [key: string]: unknown }

/** JSON Schema (draft-07) of a scenario file. What must hold between fields is left to the parser. */
export function scenarioSchema(parameters: Readonly<Record<string, Parameter>> = PARAMETERS): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: SCENARIO_FORMAT,
    title: 'Qunxiang scenario',
    ...objectSchema(SCENARIO_FIELDS, { parameters, requires: false }),
    type: 'object',
    // What is required may come from the scenario that this one extends.
    anyOf: [
      { required: ['extends'], properties: { extends: { type: 'string' } } },
      {
        required: requiredOf(SCENARIO_FIELDS.fields).concat('market'),
        properties: {
          market: { type: 'object', required: ['pains'] },
          offer: { if: { type: 'object' }, then: { required: ['solves'] } },
        },
      },
    ],
  }
}

/** The text of `scenarios/scenario.schema.json`. */
export function scenarioSchemaText(): string {
  return `${JSON.stringify(scenarioSchema(), null, 2)}\n`
}

interface Making {
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Whether required fields are asked for here; within what may be merged into a base they are not. */
  readonly requires: boolean
}

function schemaOf(field: Field, making: Making): Schema {
  const description = describeField(field)
  const optional = field.required !== true
  switch (field.kind) {
    case 'number':
    case 'whole': {
      const type = field.kind === 'whole' ? 'integer' : 'number'
      const standard = typeof field.default === 'number' ? { default: field.default } : {}
      return { description, type: orNull(type, optional), ...bounds(field), ...standard }
    }
    case 'choice': {
      const standard = field.default === undefined ? {} : { default: field.default }
      return { description, enum: optional ? [...field.choices, null] : field.choices, ...standard }
    }
    case 'text':
      return { description, ...text(field, optional) }
    case 'local-text':
      return { description, anyOf: [text(field, optional), localText(field)] }
    case 'topic':
      return { description, type: orNull('string', optional), pattern: TOPIC_PATTERN }
    case 'numbers':
      return { description, ...numbersSchema(field, making) }
    case 'object':
      return objectSchema(field, making)
    case 'cases':
      return casesSchema(field, making)
    case 'list':
      return listSchema(field, making)
  }
}

function orNull(type: string, optional: boolean): string | string[] {
  return optional ? [type, 'null'] : type
}

function bounds({ min, max }: { readonly min: number; readonly max: number }): Schema {
  return {
    ...(min === -Infinity ? {} : { minimum: min }),
    ...(max === Infinity ? {} : { maximum: max }),
  }
}

function text(field: { readonly longest: number; readonly pattern?: string }, optional: boolean): Schema {
  return {
    type: orNull('string', optional),
    minLength: 1,
    maxLength: field.longest,
    pattern: field.pattern ?? '\\S',
  }
}

function localText(field: { readonly longest: number }): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(LOCALES.map((locale) => [locale, text(field, true)])),
    minProperties: 1,
    additionalProperties: false,
  }
}

function numbersSchema(field: NumbersField, { parameters }: Making): Schema {
  const type = orNull('object', field.required !== true)
  if (field.by !== 'parameters') {
    const number = { type: ['number', 'null'], ...bounds(field) }
    return { type, minProperties: 1, propertyNames: { pattern: TOPIC_PATTERN }, additionalProperties: number }
  }
  const properties = Object.entries(parameters).map(([name, { says, unit, range, source, ...rest }]) => {
    const description = `${says} (${unit === '–' ? '' : `${unit}, `}source: ${source})`
    const limits = bounds({ min: range[0], max: range[1] })
    return [name, { description, type: ['number', 'null'], ...limits, default: rest.default }]
  })
  return { type, properties: Object.fromEntries(properties), additionalProperties: false }
}

function objectSchema(field: ObjectField, making: Making): Schema {
  const required = making.requires ? requiredOf(field.fields) : []
  return {
    description: field.says,
    type: orNull('object', field.required !== true),
    properties: propertiesOf(field.fields, making),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  }
}

function propertiesOf(fields: Fields, making: Making): Schema {
  return Object.fromEntries(Object.entries(fields).map(([key, below]) => [key, schemaOf(below, making)]))
}

function requiredOf(fields: Fields): string[] {
  return Object.keys(fields).filter((key) => fields[key]?.required === true)
}

function casesSchema(field: CasesField, making: Making): Schema {
  const oneOf = Object.entries(field.cases).map(([kind, { says, later, fields }]) => ({
    description: `${says}${later ? ' Not simulated yet.' : ''}`,
    type: 'object',
    properties: {
      ...propertiesOf(field.before, making),
      kind: { const: kind },
      ...propertiesOf(fields, making),
    },
    required: [...requiredOf(field.before), 'kind', ...requiredOf(fields)],
    additionalProperties: false,
  }))
  return { description: field.says, oneOf }
}

function listSchema(field: ListField, making: Making): Schema {
  const item = schemaOf(field.item, { ...making, requires: true })
  // A list replaces that of a base whole, so its items must be complete and cannot be null.
  const items =
    field.item.kind === 'cases' ? item : { ...item, type: field.item.kind === 'text' ? 'string' : 'object' }
  const list = { description: field.says, items, maxItems: field.longest }
  if (field.orOne !== true || field.item.kind !== 'object') return { ...list, type: ['array', 'null'] }
  const { properties } = objectSchema(field.item, making)
  return { ...list, type: ['array', 'object', 'null'], properties, additionalProperties: false }
}
