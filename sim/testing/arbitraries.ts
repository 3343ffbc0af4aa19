import fc from 'fast-check'
import { PARAMETER_NAMES, PARAMETERS } from '../model/parameters.ts'
import { resolveScenario } from '../scenario/resolve.ts'
import type { Scenario } from '../scenario/scenario.ts'

// Whole numbers and tenths only, so that counterexamples shrink to something that can be read.
const aShare = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
const SWITCHES = PARAMETER_NAMES.filter((name) => 'isSwitch' in PARAMETERS[name])

/** Some mechanisms off, at random: bugs hide where one mechanism covers up for another (swarm testing). */
const someMechanismsOff = fc
  .subarray(SWITCHES)
  .map((off) => Object.fromEntries(off.map((name) => [name, 0] as const)))

/** Weights far from the calibrated ones, so that rare things happen in small worlds. */
const wildWeights = fc.record(
  {
    muteFatigue: fc.constantFrom(0, 1),
    muteBase: fc.constantFrom(0, 0.3),
    leaveBase: fc.constantFrom(0, 0.3),
    postingScale: fc.constantFrom(0, 0.12, 1),
    inMarketShare: fc.constantFrom(0, 1),
    buyingScale: fc.constantFrom(0, 1),
    illnessRate: fc.constantFrom(0, 0.5),
    quarrelRate: fc.constantFrom(0, 0.5),
    purposeRate: fc.constantFrom(0, 0.5),
    energyPerHour: fc.constantFrom(0, 0.5),
    energyOfThanks: fc.constantFrom(0, 1),
    energyOfMargin: fc.constantFrom(0, 1),
    energyMarginHalf: fc.constantFrom(1, 40),
    experienceDays: fc.constantFrom(1, 3),
  },
  { requiredKeys: [] },
)

const aPhase = (from: number) =>
  fc.record({
    from: fc.constant(from),
    content: fc.record({
      perDay: fc.integer({ min: 0, max: 3 }),
      quality: aShare,
      fun: aShare,
      onTopic: aShare,
    }),
    answers: aShare,
    reciprocity: aShare,
    moderation: aShare,
    ads: fc.record({ perDay: fc.integer({ min: 0, max: 8 }), soft: aShare }),
  })

const anOffer = fc.record({
  solves: fc.constantFrom('skin', 'cooking'),
  quality: aShare,
  promise: aShare,
  price: fc.integer({ min: 0, max: 300 }),
  unitCost: fc.integer({ min: 0, max: 300 }),
})

/** A whole small scenario: at most 20 people, 15 days, two groups, with mechanisms switched off at random. */
export const aScenario: fc.Arbitrary<Scenario> = fc
  .record({
    days: fc.integer({ min: 1, max: 15 }),
    people: fc.integer({ min: 100, max: 120 }),
    groups: fc.integer({ min: 1, max: 2 }),
    capacity: fc.integer({ min: 2, max: 10 }),
    clarity: aShare,
    founders: fc.integer({ min: 0, max: 8 }),
    perDay: fc.integer({ min: 0, max: 4 }),
    source: fc.constantFrom('friends', 'strangers', 'bounty'),
    rules: aShare,
    values: aShare,
    energy: aShare,
    cash: fc.integer({ min: 0, max: 100 }),
    offer: fc.array(anOffer, { maxLength: 2 }),
    plan: fc.tuple(aPhase(0), aPhase(4)).map(([first, second]) => [first, second]),
    absentDay: fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined }),
    off: someMechanismsOff,
    wild: wildWeights,
  })
  .map(
    ({
      people,
      groups,
      capacity,
      clarity,
      founders,
      perDay,
      source,
      rules,
      values,
      energy,
      cash,
      absentDay,
      off,
      wild,
      ...rest
    }) =>
      resolveScenario(
        {
          format: 'qunxiang-scenario/1',
          name: 'generated',
          ...rest,
          market: { people, pains: { skin: 0.5, cooking: 0.4 } },
          community: { groups, capacity, positioning: { focus: { skin: 1 }, clarity }, rules, values },
          owner: { energy, cash },
          founders: Math.min(founders, groups * capacity),
          arrivals: [{ from: 0, to: 15, perDay, source }],
          shocks: absentDay === undefined ? [] : [{ day: absentDay, kind: 'owner-absent', days: 3 }],
          model: { ...wild, ...off },
        },
        'generated',
        () => undefined,
      ),
  )

/** Any text that somebody might type as a seed. */
export const aSeed: fc.Arbitrary<string> = fc.oneof(
  fc.nat({ max: 9999 }).map(String),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
