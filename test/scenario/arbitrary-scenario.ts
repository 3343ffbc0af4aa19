import fc from 'fast-check'

/** A scenario file's values, valid and written out to very different degrees. Most values are left to the defaults. */
export const aScenarioFile: fc.Arbitrary<Record<string, unknown>> = fc
  .uniqueArray(fc.constantFrom('skin', 'make-up', 'house-work', '母婴', 'gifts'), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((topics) =>
    some({
      format: always(fc.constant('qunxiang-scenario/1')),
      name: always(aLocalText),
      question: orNull(aLocalText),
      days: fc.integer({ min: 30, max: 1500 }),
      market: always(
        some({
          people: fc.integer({ min: 5000, max: 1_000_000 }),
          pains: always(fc.constant(shares(topics))),
        }),
      ),
      community: some({
        groups: fc.integer({ min: 20, max: 1000 }),
        groupsBy: fc.constantFrom('size', 'topic'),
        capacity: fc.integer({ min: 200, max: 500 }),
        positioning: some({ focus: orNull(weights(topics)), clarity: aShare }),
        rules: aShare,
        values: aShare,
        centres: fc.integer({ min: 0, max: 9 }),
      }),
      owner: some({
        hoursPerDay: fc.double({ min: 0, max: 24, noNaN: true }),
        cash: aPrice,
        listening: aShare,
        moderation: aShare,
      }),
      founders: fc.integer({ min: 0, max: 200 }),
      arrivals: fc.array(
        some({
          from: fc.integer({ min: 0, max: 20 }),
          to: fc.integer({ min: 21, max: 1500 }),
          perDay: always(aRate),
          source: fc.constantFrom('friends', 'strangers', 'bounty'),
          fit: aShare,
        }),
        { maxLength: 3 },
      ),
      invitations: some({ reward: aPrice, to: fc.constantFrom('none', 'inviter', 'invitee', 'both') }),
      offer: fc.oneof(fc.constant(null), anOffer(topics), fc.array(anOffer(topics), { maxLength: 3 })),
      plan: fc
        .uniqueArray(fc.integer({ min: 0, max: 1500 }), { maxLength: 4 })
        .chain((days) => fc.tuple(...days.sort((a, b) => a - b).map((from) => aPhase(from, topics)))),
      shocks: fc.array(aShock, { maxLength: 3 }),
      claims: fc.array(fc.constantFrom('A01', 'A28', 'B32', 'R9'), { maxLength: 3 }),
      model: fc.constantFrom({}, { adHarm: 0 }, { contentValue: 0.5, adHarm: 1 }),
    }),
  )

/** Any value that JSON or YAML can hold, and some that only YAML can. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 1e300, '', ' ', 'many', null, {}, [], [null]),
)

const aShare = fc.double({ min: 0, max: 1, noNaN: true })
const aRate = fc.double({ min: 0, max: 1000, noNaN: true })
const aPrice = fc.double({ min: 0, max: 1e6, noNaN: true })
const aText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => `${text}.`)
const aLocalText = fc.oneof(
  aText,
  fc.record({ 'zh-Hans': aText, 'zh-Hant': aText, en: aText }),
  fc.record({ en: aText }),
)

function shares(topics: readonly string[]): Record<string, number> {
  return Object.fromEntries(topics.map((topic, index) => [topic, 0.1 + 0.04 * index]))
}

function weights(topics: readonly string[]): fc.Arbitrary<Record<string, number>> {
  return fc
    .tuple(fc.subarray([...topics], { minLength: 1 }), fc.double({ min: 0.001, max: 1000, noNaN: true }))
    .map(([chosen, weight]) =>
      Object.fromEntries(chosen.map((topic, index) => [topic, weight / (1 + index)])),
    )
}

function anOffer(topics: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  return some({
    solves: always(fc.constantFrom(...topics)),
    quality: aShare,
    promise: aShare,
    price: aPrice,
    unitCost: aPrice,
    complexity: aShare,
    standardisation: aShare,
    buyer: fc.constantFrom('user', 'other'),
    fairPrice: aShare,
  })
}

function aPhase(from: number, topics: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  return some({
    from: always(fc.constant(from)),
    content: orNull(
      some({
        perDay: aRate,
        quality: aShare,
        topic: orNull(fc.constantFrom(...topics)),
        for: fc.constantFrom('user', 'buyer'),
      }),
    ),
    answers: orNull(aShare),
    ads: orNull(some({ perDay: aRate, soft: aShare, offer: fc.constantFrom(-1, 0) })),
    redPackets: some({
      perDay: aRate,
      amount: fc.double({ min: 0.01, max: 200, noNaN: true }),
      shares: fc.integer({ min: 1, max: 100 }),
    }),
    offline: some({
      everyDays: fc.integer({ min: 0, max: 100 }),
      size: fc.integer({ min: 1, max: 500 }),
      depth: aShare,
    }),
    moderation: orNull(aShare),
    listening: aShare,
    entryFee: aPrice,
  })
}

const aShock = fc
  .integer({ min: 0, max: 1500 })
  .chain((day) =>
    fc.constantFrom(
      { day, kind: 'owner-absent', days: 30 },
      { day, kind: 'star-leaves' },
      { day, kind: 'price-exposed' },
      { day, kind: 'bad-batch' },
      { day, kind: 'packets-stop' },
      { kind: 'rival-opens', day, appeal: 0.25 },
      { day, kind: 'intruders', perDay: 2 },
      { day, kind: 'migrate' },
    ),
  )

function orNull<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(value, { freq: 4 })
}

const ALWAYS = new WeakSet<fc.Arbitrary<unknown>>()

function always<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  ALWAYS.add(value)
  return value
}

/** A map with any of the keys, and those marked `always`. */
function some(keys: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> {
  const requiredKeys = Object.keys(keys).filter((key) => ALWAYS.has(keys[key] ?? fc.constant(null)))
  return fc.record(keys, { requiredKeys })
}
