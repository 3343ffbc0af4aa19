import type { Knob, KnobName, Turns } from './knobs.ts'

/** Changes that people ask for by name, each a few turns of knobs. */
export const CHIP_NAMES = [
  'stop-ads',
  'halve-ads',
  'soft-ads',
  'daily-post',
  'better-posts',
  'answer-all',
  'stop-packets',
  'monthly-meeting',
  'keep-order',
  'help-each-other',
] as const
export type ChipName = (typeof CHIP_NAMES)[number]

type Value = (knob: Knob) => number

const CHIPS: Readonly<Record<ChipName, Readonly<Partial<Record<KnobName, Value>>>>> = {
  'stop-ads': { 'plan.ads.perDay': () => 0 },
  'halve-ads': { 'plan.ads.perDay': ({ value }) => value / 2 },
  'soft-ads': { 'plan.ads.soft': () => 0.8 },
  'daily-post': { 'plan.content.perDay': ({ value }) => Math.max(1, value) },
  'better-posts': { 'plan.content.quality': ({ value }) => Math.max(0.8, value) },
  'answer-all': { 'plan.answers': () => 1 },
  'stop-packets': { 'plan.redPackets.perDay': () => 0 },
  'monthly-meeting': {
    'plan.offline.everyDays': () => 30,
    'plan.offline.depth': ({ value }) => Math.max(0.8, value),
  },
  'keep-order': { 'plan.moderation': () => 0.9, 'community.rules': () => 0.9 },
  'help-each-other': { 'plan.reciprocity': () => 0.8 },
}

/** What a chip would turn; empty where everything stands so already, or nothing of it matters here. */
export function turnsOfChip(chip: ChipName, knobs: readonly Knob[]): Turns {
  const byName = new Map(knobs.map((knob) => [knob.name, knob]))
  if (chip === 'soft-ads' && byName.get('plan.ads.perDay')?.value === 0) return new Map()
  const turns = new Map<KnobName, number>()
  for (const [name, value] of Object.entries(CHIPS[chip]) as [KnobName, Value][]) {
    const knob = byName.get(name)
    if (knob && value(knob) !== knob.value) turns.set(name, value(knob))
  }
  return turns
}
