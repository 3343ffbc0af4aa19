import { SCENARIO_FIELDS } from '../../sim/index.ts'
import type { Edit, Field, Scenario } from '../../sim/index.ts'
import type { Side } from '../player/side.ts'
import { putAt, valueAt } from './at-path.ts'

/**
 * What can be turned on a side, by sections, as paths of the table of scenario fields. What stands under `plan` is what
 * the owner does and is changed in every phase from the fork on; the rest holds for the whole community or for the first
 * offer.
 */
export const SECTIONS = {
  ads: ['plan.ads.perDay', 'plan.ads.soft', 'offer.price', 'offer.quality', 'offer.promise'],
  content: [
    ...['plan.content.perDay', 'plan.content.quality', 'plan.content.onTopic', 'plan.content.fun'],
    ...['plan.answers', 'plan.listening'],
  ],
  packets: [
    ...['plan.redPackets.perDay', 'plan.redPackets.amount', 'plan.redPackets.shares'],
    ...['plan.offline.everyDays', 'plan.offline.size', 'plan.offline.depth'],
  ],
  order: ['plan.moderation', 'community.rules', 'community.values', 'community.positioning.clarity'],
  members: [
    ...['plan.reciprocity', 'plan.roles', 'plan.checkIns', 'plan.identityCue', 'plan.bondCue'],
    ...['plan.forcedTasks', 'plan.entryFee', 'invitations.reward'],
  ],
  owner: ['owner.hoursPerDay', 'owner.charisma'],
} as const
export type SectionName = keyof typeof SECTIONS
export type KnobName = (typeof SECTIONS)[SectionName][number]
export const KNOB_NAMES: readonly KnobName[] = Object.values(SECTIONS).flat()

/** Something that can be turned, with its bounds from the table and its value on a day. */
export interface Knob {
  readonly name: KnobName
  readonly unit: 'share' | 'a day' | 'CNY' | 'days' | 'people' | 'hours a day'
  /** What the engine accepts. */
  readonly min: number
  readonly max: number
  /** Where the slider ends: further than this nobody turns by hand. */
  readonly handy: number
  readonly step: number
  readonly value: number
}

/** Ends of sliders where the table's own bound only keeps sums finite. */
const HANDY: Readonly<Partial<Record<KnobName, number>>> = {
  'plan.ads.perDay': 12,
  'offer.price': 1000,
  'plan.content.perDay': 6,
  'plan.redPackets.perDay': 6,
  'plan.redPackets.shares': 50,
  'plan.offline.everyDays': 90,
  'plan.offline.size': 60,
  'plan.entryFee': 200,
  'invitations.reward': 50,
  'owner.hoursPerDay': 12,
}

/** New values by knob; what is not in it stays as it is. */
export type Turns = ReadonlyMap<KnobName, number>

/** All knobs of a scenario as they stand on a day (0-based); those of an offer only where there is one. */
export function knobsOf(scenario: Scenario, day: number): Knob[] {
  return KNOB_NAMES.flatMap((name) => {
    const field = fieldOf(name)
    const [path] = pathsOf(scenario, day, name)
    const value = path === undefined ? undefined : valueAt(scenario, path)
    if (typeof value !== 'number') return []
    const { min, max, unit, kind } = field
    const handy = Math.min(max, Math.max(HANDY[name] ?? max, value))
    return [{ name, unit: unit as Knob['unit'], min, max, handy, step: stepOf(kind, handy), value }]
  })
}

/** The edits that turn these knobs from a day on: one a phase that is or comes into force. */
export function editsOf(scenario: Scenario, day: number, turns: Turns): Edit[] {
  const edits: Edit[] = [...turns].flatMap(([name, value]) =>
    pathsOf(scenario, day, name).map((path) => ({ path, value })),
  )
  // A reward that nobody gets is none.
  const rewards = (turns.get('invitations.reward') ?? 0) > 0 && scenario.invitations.to === 'none'
  return rewards ? [...edits, { path: 'invitations.to', value: 'inviter' }] : edits
}

/** The turns behind the edits of a fork: what `editsOf` made of them. */
export function turnsIn(scenario: Scenario, day: number, edits: readonly Edit[]): Map<KnobName, number> {
  const turns = new Map<KnobName, number>()
  for (const name of KNOB_NAMES) {
    const [path] = pathsOf(scenario, day, name)
    const edit = edits.find((each) => each.path === path)
    if (edit && typeof edit.value === 'number') turns.set(name, edit.value)
  }
  return turns
}

/** Where a knob stands in a resolved scenario: once, or in every phase from the one of that day on. */
function pathsOf({ plan, offer }: Scenario, day: number, name: KnobName): string[] {
  const [root = '', ...rest] = name.split('.')
  const tail = rest.join('.')
  if (root === 'offer') return offer.length > 0 ? [`offer[0].${tail}`] : []
  if (root !== 'plan') return [name]
  const first = plan.findLastIndex(({ from }) => from <= day)
  return plan.slice(first).map((_, at) => `plan[${first + at}].${tail}`)
}

/** The plan of a side with its changes before that day in it, for reading; the engine makes its own. */
export function planBefore(side: Pick<Side, 'scenario' | 'forks'>, day: number): Scenario {
  const copy = structuredClone(side.scenario) as Scenario
  for (const { edits } of side.forks.filter(({ at }) => at < day)) {
    for (const { path, value } of edits) putAt(copy, path, value)
  }
  return copy
}

type Bounds = Extract<Field, { readonly kind: 'number' | 'whole' }>

/** The row of the table that a knob turns. */
export function fieldOf(name: KnobName): Bounds {
  let field: Field = SCENARIO_FIELDS
  for (const key of name.split('.')) {
    if (field.kind === 'list') field = field.item
    const next: Field | undefined = field.kind === 'object' ? field.fields[key] : undefined
    if (!next) throw new Error(`a knob must be a field of the table, got ${name}`)
    field = next
  }
  if (field.kind !== 'number' && field.kind !== 'whole')
    throw new Error(`a knob must turn a number, got ${name}`)
  return field
}

/** Steps that a hand can hit: wholes by one, shares by twentieths, the rest by a half or by five. */
function stepOf(kind: Bounds['kind'], handy: number): number {
  if (kind === 'whole') return 1
  return handy <= 1 ? 0.05 : handy <= 12 ? 0.5 : 5
}
