import fc from 'fast-check'
import { PARAMETER_NAMES, PARAMETERS } from '../model/parameters.ts'
import { resolveScenario } from '../scenario/resolve.ts'
import type { Scenario } from '../scenario/scenario.ts'

// Whole numbers and tenths only, so that counterexamples shrink to something that can be read.
const aShare = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
/** Half of the time not at all: what is always there hides what happens without it. */
const aShareOrNone = fc.oneof(fc.constant(0), aShare)
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
    packetTie: fc.constantFrom(0, 0.1),
    packetPassedOn: fc.constantFrom(0, 1),
    meetingWish: fc.constantFrom(0, 1),
    meetingWakes: fc.constantFrom(0, 1),
    invitingNew: fc.constantFrom(0, 1),
    invitingReward: fc.constantFrom(0, 1),
    accepting: fc.constantFrom(0, 1),
    intruderRate: fc.constantFrom(0, 0.5),
    memberSellers: fc.constantFrom(0, 1),
    memberAdRate: fc.constantFrom(0, 1),
    bystanderTrust: fc.constantFrom(0.03, 1),
    roleTaking: fc.constantFrom(0, 1),
    figurePosts: fc.constantFrom(0, 1),
    favourRate: fc.constantFrom(0, 1),
    bondPairs: fc.constantFrom(0, 1),
    identityBelonging: fc.constantFrom(0, 1),
    checkInStart: fc.constantFrom(0, 1),
    checkInStop: fc.constantFrom(0, 0.5),
    feeHalf: fc.constantFrom(0.01, 10),
    needStep: fc.constantFrom(0, 1),
    needFading: fc.constantFrom(0, 1),
    memberTrustPerReply: fc.constantFrom(0, 1),
    meetingMemberTrust: fc.constantFrom(0, 1),
    contagionWeight: fc.constantFrom(0, 10),
    hearing: fc.constantFrom(0, 1),
    hearingChance: fc.constantFrom(0, 1),
    beliefDrift: fc.constantFrom(0, 1),
    foundMargin: fc.constantFrom(0, 0.5),
    pivotDays: fc.constantFrom(0, 2),
    stockFriction: fc.constantFrom(0, 5),
    herdChain: fc.constantFrom(0, 10),
    crossBuying: fc.constantFrom(0, 1),
    serviceHours: fc.constantFrom(0, 24),
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
      for: fc.constantFrom('user', 'buyer'),
      curated: aShareOrNone,
      exclusive: aShareOrNone,
    }),
    answers: aShare,
    reciprocity: aShare,
    moderation: aShare,
    listening: aShare,
    roles: aShareOrNone,
    identityCue: aShareOrNone,
    bondCue: aShareOrNone,
    checkIns: aShareOrNone,
    forcedTasks: aShareOrNone,
    entryFee: fc.constantFrom(0, 0, 10, 500),
    ads: fc.record({
      perDay: fc.integer({ min: 0, max: 8 }),
      soft: aShare,
      offer: fc.integer({ min: -1, max: 1 }),
    }),
    redPackets: fc.record({
      perDay: fc.constantFrom(0, 0, 1, 2),
      amount: fc.constantFrom(0.01, 0.3, 5, 60),
      shares: fc.integer({ min: 1, max: 6 }),
    }),
    offline: fc.record({
      everyDays: fc.integer({ min: 0, max: 4 }),
      size: fc.integer({ min: 1, max: 6 }),
      depth: aShare,
      irregular: aShareOrNone,
    }),
  })

const anOffer = fc.record({
  solves: fc.constantFrom('skin', 'cooking'),
  quality: aShare,
  promise: aShare,
  price: fc.integer({ min: 0, max: 300 }),
  unitCost: fc.integer({ min: 0, max: 300 }),
  fairPrice: aShare,
  complexity: aShare,
  standardisation: aShare,
  buyer: fc.constantFrom('user', 'other'),
})

const aDay = fc.integer({ min: 0, max: 14 })

/** Seldom long enough for a group to be told dead: that takes a week, and fourteen days without readers. */
const aNumberOfDays = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.integer({ min: 1, max: 15 }), weight: 15 },
  { arbitrary: fc.integer({ min: 21, max: 24 }), weight: 1 },
)

/** One of everything that may befall a community. */
const aShock = fc.oneof(
  fc.record({ day: aDay, kind: fc.constantFrom('star-leaves', 'price-exposed', 'packets-stop') }),
  fc.record({
    day: aDay,
    kind: fc.constantFrom('owner-absent', 'bad-batch'),
    days: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ day: aDay, kind: fc.constant('rival-opens'), appeal: aShare }),
  fc.record({ day: aDay, kind: fc.constant('migrate'), keeps: aShare }),
  fc.record({
    day: aDay,
    kind: fc.constant('intruders'),
    perDay: fc.integer({ min: 0, max: 3 }),
    days: fc.integer({ min: 1, max: 4 }),
  }),
)

/** A whole small scenario: at most 20 people, as a rule 15 days, two groups, with mechanisms switched off at random. */
export const aScenario: fc.Arbitrary<Scenario> = fc
  .record({
    days: aNumberOfDays,
    people: fc.integer({ min: 100, max: 120 }),
    otherSellers: fc.constantFrom(0, 0, 5),
    groups: fc.integer({ min: 1, max: 2 }),
    groupsBy: fc.constantFrom('size', 'topic'),
    isBroad: fc.boolean(),
    capacity: fc.integer({ min: 2, max: 10 }),
    clarity: aShare,
    centres: fc.constantFrom(0, 0, 1, 3),
    overlap: aShareOrNone,
    founders: fc.integer({ min: 0, max: 8 }),
    perDay: fc.integer({ min: 0, max: 4 }),
    source: fc.constantFrom('friends', 'strangers', 'bounty'),
    rules: aShare,
    values: aShare,
    energy: aShare,
    stock: aShareOrNone,
    cash: fc.constantFrom(0, 20, 100, 2000),
    offer: fc.array(anOffer, { maxLength: 2 }),
    plan: fc.tuple(aPhase(0), aPhase(4)).map(([first, second]) => [first, second]),
    invitations: fc.record({
      reward: fc.constantFrom(0, 5),
      to: fc.constantFrom('none', 'inviter', 'invitee', 'both'),
    }),
    shocks: fc.array(aShock, { maxLength: 2 }),
    off: someMechanismsOff,
    wild: wildWeights,
  })
  .map(
    ({
      people,
      otherSellers,
      groups,
      groupsBy,
      isBroad,
      capacity,
      clarity,
      centres,
      overlap,
      founders,
      perDay,
      source,
      rules,
      values,
      energy,
      stock,
      cash,
      offer,
      plan,
      off,
      wild,
      ...rest
    }) =>
      resolveScenario(
        {
          format: 'qunxiang-scenario/1',
          name: 'generated',
          ...rest,
          offer,
          plan: plan.map((phase) => ({ ...phase, ads: adsOf(phase.ads, offer.length) })),
          market: { people, pains: { skin: 0.5, cooking: 0.4 }, otherSellers },
          community: {
            groups,
            groupsBy,
            capacity,
            positioning: { focus: focusOf(isBroad), clarity },
            rules,
            values,
            centres,
            overlap,
          },
          owner: { energy, cash, stock },
          founders: Math.min(founders, groups * capacity),
          arrivals: [{ from: 0, to: 15, perDay, source }],
          model: { ...wild, ...off },
        },
        'generated',
        () => undefined,
      ),
  )

/** Ads sell an offer that there is. */
function adsOf<Ads extends { readonly offer: number }>(ads: Ads, offers: number): Ads {
  return { ...ads, offer: Math.min(ads.offer, offers - 1) }
}

function focusOf(isBroad: boolean): Record<string, number> {
  return isBroad ? { skin: 1, cooking: 1 } : { skin: 1 }
}

/** Any text that somebody might type as a seed. */
export const aSeed: fc.Arbitrary<string> = fc.oneof(
  fc.nat({ max: 9999 }).map(String),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
