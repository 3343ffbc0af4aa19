import fc from 'fast-check'
import { readGiven } from '../../sim/cli/scenario-files.ts'
import type { Fork } from '../../sim/engine/stages.ts'
import type { KindName } from '../../sim/events/kinds.ts'
import { PARAMETERS } from '../../sim/model/parameters.ts'
import { editScenario, type Edit } from '../../sim/scenario/edit.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { aScenario } from '../../sim/testing/arbitraries.ts'

// What the two engines are compared on.

/** Weights far from the calibrated ones, so that what a small world seldom sees comes about: sales, favours, pivots. */
const RARE = [
  { inMarketShare: 1, buyingScale: 6, inMarketDays: 2, serviceHours: 1 },
  {
    experienceDays: 1,
    tellingShare: 1,
    qualityScatter: 0.3,
    repurchaseDays: 2,
    repurchaseScale: 1,
    crossBuying: 1,
  },
  { postingScale: 1, firstPostIce: 1, favourRate: 1 },
  { hearing: 0.5, hearingChance: 1, foundMargin: 0, pivotDays: 0, stockFriction: 1 },
  { offTopicCost: 0.1, fatiguePerAd: 0.5, labelPerAd: 0.1, packetHabit: 1, packetMissed: 0.5 },
  { invitingFans: 0.5, invitingAgain: 0.5, accepting: 0.5 },
  { meetingWish: 0.5, muteBase: 0.3, leaveBase: 0.03, invitingNew: 1, accepting: 1 },
]

/**
 * A small scenario in which no mechanism is off, some rare things are common, and ads come only on some days, so that
 * what was ordered is in sight on the others.
 */
export const aLivelyScenario: fc.Arbitrary<Scenario> = fc
  .record({ scenario: aScenario, rare: fc.subarray(RARE) })
  .map(({ scenario, rare }) => {
    const weights = Object.entries(scenario.model).filter(([name]) => !isSwitch(name))
    return {
      ...scenario,
      plan: scenario.plan.map((phase) => ({ ...phase, ads: { ...phase.ads, perDay: phase.ads.perDay / 4 } })),
      model: Object.assign(Object.fromEntries(weights), ...rare) as Scenario['model'],
    }
  })

function isSwitch(name: string): boolean {
  return Object.entries(PARAMETERS).some(([known, row]) => known === name && 'isSwitch' in row)
}

/** Something that an owner does otherwise from a day on, or that people are otherwise. */
const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  ...['plan[0].ads.perDay', 'plan[1].content.perDay', 'arrivals[0].perDay'].map((path) =>
    fc.integer({ min: 0, max: 6 }).map((value) => ({ path, value })),
  ),
  ...['plan[1].answers', 'community.rules', 'owner.stock', 'owner.charisma', 'model.memberSellers'].map(
    (path) => fc.integer({ min: 0, max: 10 }).map((tenths) => ({ path, value: tenths / 10 })),
  ),
  fc.constantFrom('skin', 'cooking').map((topic) => ({
    path: 'community.positioning.focus',
    value: { [topic]: 1 },
  })),
)

/** A small scenario and the forks of a branch of it: none, one or two, on days of their own. */
export const aBranch: fc.Arbitrary<readonly [Scenario, readonly Fork[]]> = aLivelyScenario.chain((scenario) =>
  fc.tuple(
    fc.constant(scenario),
    fc
      .uniqueArray(fc.integer({ min: 0, max: scenario.days - 1 }), { maxLength: 2 })
      .chain((days) =>
        fc.tuple(
          ...days
            .toSorted((a, b) => a - b)
            .map((at) => fc.record({ at: fc.constant(at), edits: fc.array(anEdit, { maxLength: 2 }) })),
        ),
      ),
  ),
)

/** A shipped scenario, cut down, and kinds of facts that it is here for. */
export interface CutScenario {
  readonly name: string
  readonly edits: readonly Edit[]
  readonly kinds: readonly KindName[]
}

/** Some people, thirty days. */
const CUT: readonly Edit[] = [
  { path: 'market.people', value: 150 },
  { path: 'days', value: 30 },
]
/** Ads begin on day 3, and people buy so readily, and so often, that every part of the chance to buy tells. */
const BRISK: readonly Edit[] = [
  { path: 'plan[1].from', value: 3 },
  { path: 'plan[1].ads.perDay', value: 0.5 },
  {
    path: 'model',
    value: {
      ...{ inMarketShare: 0.6, buyingScale: 4, inMarketDays: 5 },
      ...{ experienceDays: 2, qualityScatter: 0.3, repurchaseDays: 4, repurchaseScale: 1 },
    },
  },
]

/** Together they have phases, roles, packets, meetings, a pivot, payers, service, several groups, check-ins and a shock. */
export const CUT_SCENARIOS: readonly CutScenario[] = [
  {
    name: 'member-run-group',
    edits: [{ path: 'plan[1].from', value: 8 }],
    kinds: ['phase-begun', 'role-given', 'reply-given', 'ad-posted'],
  },
  { name: 'red-packet-rain', edits: [], kinds: ['packet-sent', 'packet-claimed', 'windfall-changed'] },
  {
    name: 'offline-events--irregular',
    edits: [
      { path: 'plan[1].from', value: 4 },
      { path: 'plan[1].offline.everyDays', value: 5 },
    ],
    kinds: ['phase-begun', 'meeting-held', 'meeting-attended', 'tie-changed'],
  },
  {
    name: 'problem-before-product--listen',
    edits: [{ path: 'model', value: { hearing: 0.2, pivotDays: 2, stockFriction: 10 } }],
    kinds: ['need-heard', 'belief-drifted', 'need-found', 'pivot-made'],
  },
  { name: 'user-is-not-buyer', edits: BRISK, kinds: ['order-placed', 'experience-told'] },
  { name: 'product-fit--complex-personal', edits: BRISK, kinds: ['order-placed', 'order-refunded'] },
  { name: 'broad-or-narrow--overlap', edits: BRISK, kinds: ['order-placed', 'need-changed'] },
  {
    name: 'broad-or-narrow',
    // Two ads of different offers on many days, and little time for what is made for each buyer.
    edits: [
      ...BRISK,
      { path: 'plan[1].ads.perDay', value: 1.5 },
      { path: 'offer[0].standardisation', value: 0.2 },
      { path: 'owner.hoursPerDay', value: 2 },
    ],
    kinds: ['order-placed', 'experience-told'],
  },
  { name: 'peer-check-in', edits: [], kinds: ['checked-in', 'check-in-stopped', 'cue-given', 'reply-given'] },
  {
    name: 'one-shot-deal--price-exposed',
    edits: [...BRISK, { path: 'shocks[0].day', value: 15 }],
    kinds: ['shock-struck', 'price-learned', 'order-placed', 'product-trust-changed'],
  },
]

/** The scenario meant. */
export function cutScenario({ name, edits }: CutScenario): Scenario {
  return editScenario(readGiven(name).scenario, [...CUT, ...edits]).scenario
}
