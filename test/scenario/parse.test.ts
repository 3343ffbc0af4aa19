import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../sim/scenario/parse.ts'
import { ScenarioError } from '../../sim/scenario/problem.ts'
import { anyValue, aScenarioFile } from './arbitrary-scenario.ts'
import { LEAST, libraryOf, mistakesIn, parse } from './helpers.ts'

describe('parseScenario', () => {
  it('fills in every default', () => {
    const scenario = parse(LEAST)
    expect(scenario.name).toEqual({ 'zh-Hans': 'Least', 'zh-Hant': 'Least', en: 'Least' })
    expect(scenario.days).toBe(180)
    expect(scenario.question).toBeNull()
    expect(scenario.offer).toEqual([])
    expect(scenario.owner).toEqual({
      hoursPerDay: 3,
      energy: 0.9,
      cash: 2000,
      moderation: 0.3,
      listening: 0.5,
      stock: 0,
      charisma: 0.3,
    })
    expect(scenario.plan).toHaveLength(1)
    expect(scenario.plan[0]).toMatchObject({
      from: 0,
      answers: 0.1,
      moderation: 0.3,
      redPackets: { amount: 20 },
    })
  })

  it('takes the focus from the pains, as shares', () => {
    expect(parse(LEAST).community.positioning.focus).toEqual({ skin: 0.6, gifts: 0.4 })
  })

  it('reads the example of the contract', () => {
    const scenario = parse(CONTRACT_EXAMPLE)
    expect(scenario.plan.map((phase) => phase.ads)).toEqual([
      { perDay: 0, soft: 0, offer: -1 },
      { perDay: 0.3, soft: 0.8, offer: -1 },
    ])
    expect(scenario.plan[1]?.content).toEqual(scenario.plan[0]?.content)
    expect(scenario.plan[1]?.answers).toBe(0.8)
    expect(scenario.plan.map((phase) => phase.moderation)).toEqual([0.6, 0.6])
  })

  it('lets a later phase keep what it does not name, and take back with null', () => {
    const { plan } = parse(`${LEAST}plan:
  - { from: 0, content: { perDay: 2, topic: skin }, ads: { perDay: 1, soft: 0.5 }, moderation: 0.9 }
  - { from: 5, content: { topic: null }, moderation: null }
  - { from: 9, ads: null }
`)
    expect(plan.map((phase) => phase.content.topic)).toEqual(['skin', null, null])
    expect(plan.map((phase) => phase.content.perDay)).toEqual([2, 2, 2])
    expect(plan.map((phase) => phase.ads.perDay)).toEqual([1, 1, 0])
    expect(plan.map((phase) => phase.moderation)).toEqual([0.9, 0.3, 0.3])
  })

  it('begins a plan that starts late with a phase of defaults', () => {
    const { plan } = parse(`${LEAST}plan: [{ from: 30, ads: { perDay: 1 } }]`)
    expect(plan.map(({ from, ads }) => [from, ads.perDay])).toEqual([
      [0, 0],
      [30, 1],
    ])
  })

  it('stands in with another language where one is missing', () => {
    const name = (text: string): unknown => parse(LEAST.replace('Least', text)).name
    expect(name('{ zh-Hant: 社群, en: Group }')).toEqual({
      'zh-Hans': '社群',
      'zh-Hant': '社群',
      en: 'Group',
    })
    expect(name('{ zh-Hans: 群, zh-Hant: null }')).toEqual({ 'zh-Hans': '群', 'zh-Hant': '群', en: '群' })
  })

  it('lists at least twenty different mistakes in one go, each with its line', () => {
    expect(mistakesIn(TWENTY_MISTAKES)).toEqual([
      'x.yaml:2: nme is not a known key: did you mean name?',
      'x.yaml:3: name.fr is not a known key: known here are zh-Hans, zh-Hant, en',
      'x.yaml:4: days must be a whole number from 1 to 1500, got 0.5',
      'x.yaml:6: market.people must be a whole number from 100 to 1000000, got 99',
      'x.yaml:7: market.pains must add up to at most 1, got 1.2',
      'x.yaml:9: community.groups must be a whole number from 1 to 1000, got true',
      'x.yaml:10: community.positioning.focus.skim is not a topic of market.pains: did you mean skin?',
      'x.yaml:11: community.rules must be a number from 0 to 1, got NaN',
      'x.yaml:12: community.fit is not a known key here: did you mean arrivals[0].fit?',
      'x.yaml:13: owner must be a map, got a list',
      'x.yaml:14: founders must be a whole number from 0 to 500000, got -1',
      'x.yaml:16: arrivals[0].source must be one of friends, strangers or bounty, got "freinds": did you mean friends?',
      'x.yaml:17: arrivals[1].perDay must be a number from 0 to 1000, got nothing',
      'x.yaml:17: arrivals[1].to must be greater than from (9), got 9',
      'x.yaml:18: offer.solves must be a topic of market.pains (skin, gifts), got "gift": did you mean gifts?',
      'x.yaml:18: offer.price must be a number from 0 to 1000000000, got -5',
      'x.yaml:20: plan[0].contnet is not a known key: did you mean content?',
      'x.yaml:21: plan[1].ads.perDay must be a number from 0 to 1000, got "many"',
      'x.yaml:22: plan[2].content.topic must be a topic of market.pains (skin, gifts), got 7',
      'x.yaml:22: plan[2].redPackets.amount must be a number from 0.01 to 200, got 0',
      'x.yaml:22: plan[2].from must be greater than plan[1].from (30), got 30',
      'x.yaml:23: plan[3] must be a map, got nothing',
      'x.yaml:23: plan[3].from must be greater than plan[2].from (30), got 0',
      'x.yaml:25: shocks[0].kind must be one of owner-absent, star-leaves, price-exposed, bad-batch, rival-opens, packets-stop, intruders or migrate, got "owner-abscent": did you mean owner-absent?',
      'x.yaml:26: shocks[1].appeal is not a known key: known here are day, kind, days',
      'x.yaml:27: claims[1] must be the number of a claim, such as A02, got "28"',
      'x.yaml:29: model.adHarn is not a model parameter: did you mean adHarm?',
      'x.yaml:30: model.contentValue must be a number from 0 to 1, got Infinity',
      'x.yaml:31: days must be given once, got it again (first on line 4)',
    ])
  })

  it('reports broken YAML with its line', () => {
    expect(mistakesIn('format: qunxiang-scenario/1\nname: "x\n')[0]).toMatch(
      /^x\.yaml:\d: the scenario must be YAML or JSON: /,
    )
    expect(mistakesIn('a: 1\n---\nb: 2')).toEqual([
      'x.yaml:2: the scenario must be one document, got several',
    ])
  })

  it('says of an empty file that it is empty, and of a list that it is no map', () => {
    expect(mistakesIn('# nothing yet\n')).toEqual(['x.yaml:1: the scenario must be a map, got an empty file'])
    expect(mistakesIn('[1]')).toEqual(['x.yaml:1: the scenario must be a map, got a list'])
  })

  it('refuses a newer format and says nothing else of the file', () => {
    expect(mistakesIn('name: x\nformat: qunxiang-scenario/2\nnew: 1')).toEqual([
      'x.yaml:2: format must be qunxiang-scenario/1, got "qunxiang-scenario/2": another version of Qunxiang wrote this file',
    ])
  })

  it('refuses more than a million characters', () => {
    expect(mistakesIn('#'.repeat(1_000_001))).toEqual([
      'x.yaml: the scenario must have at most 1000000 characters, got 1000001',
    ])
  })

  it('does not expand alias bombs', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, n) => `x${n + 1}: &x${n + 1} [*x${n}, *x${n}, *x${n}]\n`,
    ).join('')
    expect(mistakesIn(`x0: &x0 [1]\n${bomb}`)).toHaveLength(34)
  })

  it('refuses aliases without anchor and values that contain themselves', () => {
    expect(mistakesIn(`${LEAST}days: *long`)).toEqual([
      'x.yaml:4: days must name an anchor that stands above it, got *long',
    ])
    expect(mistakesIn(`${LEAST}arrivals: &a [*a]`)[0]).toContain('arrivals[0] must name an anchor')
  })

  it('refuses nesting without an end', () => {
    for (const text of [
      '['.repeat(50_000),
      '- '.repeat(20_000),
      `x: ${'{ x: '.repeat(50)}1${' }'.repeat(50)}`,
    ]) {
      expect(mistakesIn(text).join()).toContain('must not be nested deeper than 40 levels')
    }
  })

  it('takes the names of JavaScript for unknown keys', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(mistakesIn(`${LEAST}${key}: { polluted: 1 }`)[0]).toContain(`${key} is not a known key`)
      expect(mistakesIn(`${LEAST}owner: { ${key}: { polluted: 1 } }`)[0]).toContain(
        `owner.${key} is not a known key`,
      )
      expect(mistakesIn(`${LEAST}model: { ${key}: 1 }`)[0]).toContain(`model.${key} is not a model parameter`)
      expect(mistakesIn(LEAST.replace('skin', key))[0]).toContain(`market.pains.${key} must be a topic`)
    }
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('refuses a market without pains', () => {
    for (const pains of ['{}', '{ skin: null }']) {
      expect(mistakesIn(LEAST.replace('{ skin: 0.3, gifts: 0.2 }', pains))).toEqual([
        'x.yaml:3: market.pains must name at least one topic, got none',
      ])
    }
  })

  it('refuses topics that begin with a digit, whose order JavaScript would change', () => {
    expect(mistakesIn(LEAST.replace('skin', '7'))[0]).toContain('market.pains.7 must be a topic')
  })

  it('allows ads without anything to sell, and no ad for an offer that is not there', () => {
    const plan = 'plan: [{ ads: { perDay: 1, offer: 1 } }]\n'
    expect(parse(LEAST + plan).plan[0]?.ads.offer).toBe(1)
    expect(mistakesIn(`${LEAST}${plan}offer: { solves: skin }\n`)).toEqual([
      'x.yaml:4: plan[0].ads.offer must be the number of an offer (0), got 1',
    ])
  })

  it('refuses a focus without weight and more founders than there are people or seats', () => {
    expect(mistakesIn(`${LEAST}community: { positioning: { focus: { skin: 0 } } }`)).toEqual([
      'x.yaml:4: community.positioning.focus must have a weight above 0, got only zeros',
    ])
    expect(mistakesIn(`${LEAST}founders: 501`)).toEqual([
      'x.yaml:4: founders must be at most groups × capacity (500), got 501',
    ])
    expect(mistakesIn(`${LEAST}founders: 3001`)).toEqual([
      'x.yaml:4: founders must be at most market.people (3000), got 3001',
    ])
  })

  it('asks for format, name and pains', () => {
    expect(mistakesIn('days: 3').map((line) => line.split(' ')[1])).toEqual([
      'format',
      'name',
      'market.pains',
    ])
  })

  it('reads back a resolved scenario written as JSON', () =>
    fc.assert(
      fc.property(aScenarioFile, (file) => {
        const scenario = parse(JSON.stringify(file))
        expect(parse(JSON.stringify(scenario))).toEqual(scenario)
        expect(parse(JSON.stringify(scenario, null, 2))).toEqual(scenario)
      }),
    ))

  it('throws nothing but ScenarioError, whatever the text', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), aYamlishText, aSpoiltFile), (text) => {
        try {
          parseScenario(text, 'x.yaml', libraryOf({ x: LEAST, y: text }))
        } catch (error) {
          expect(error).toBeInstanceOf(ScenarioError)
        }
      }),
      { numRuns: 500 },
    ))
})

const aYamlishText = fc
  .array(
    fc.constantFrom(
      'plan',
      'from',
      'ads',
      ': ',
      '- ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '|',
      '"',
      ',',
      '? ',
      '!!map ',
      '0',
      'extends: y\n',
      '%YAML 1.1\n---\n',
      '<<',
    ),
  )
  .map((parts) => parts.join(''))

const aSpoiltFile = fc
  .tuple(
    aScenarioFile,
    fc.constantFrom('market', 'plan', 'offer', 'name', 'extends', 'model', 'shocks'),
    anyValue,
  )
  .map(([file, key, value]) => JSON.stringify({ ...file, [key]: value }))

const CONTRACT_EXAMPLE = `
format: qunxiang-scenario/1
name: { zh-Hans: 痛点先行, zh-Hant: 痛點先行, en: Pain point first }
question: { zh-Hans: 会怎样, en: What if we solve a problem before we sell? }
days: 180
market: { people: 3000, pains: { baby-skin: 0.3, make-up: 0.25, housework: 0.2, gifts: 0.25 } }
community: { groups: 1, capacity: 500, positioning: { focus: { baby-skin: 1 }, clarity: 0.9 }, rules: 0.7, values: 0.6 }
owner: { hoursPerDay: 3, energy: 0.9, cash: 2000, moderation: 0.6, listening: 0.5 }
founders: 0                           # members present on the morning of day 0
arrivals:
  - { from: 0, to: 30, perDay: 8, source: friends, fit: 0.8 }
invitations: { reward: 0, to: none }
offer: { solves: baby-skin, quality: 0.8, price: 99, unitCost: 45, complexity: 0.7, standardisation: 0.9, buyer: user }
plan:                                  # phases; a later phase changes what it names and keeps the rest
  - { from: 0, content: { perDay: 1, quality: 0.8, fun: 0.5 }, answers: 0.8, ads: { perDay: 0 } }
  - { from: 30, ads: { perDay: 0.3, soft: 0.8 }, redPackets: { perDay: 0.15, amount: 20, shares: 20 }, offline: { everyDays: 30, size: 15, depth: 0.8 } }
shocks:
  - { day: 60, kind: owner-absent, days: 30 }
claims: [A02, A28]
`

const TWENTY_MISTAKES = `format: qunxiang-scenario/1
nme: Mistakes
name: { en: Mistakes, fr: Fautes }
days: 0.5
market:
  people: 99
  pains: { skin: 0.7, gifts: 0.5 }
community:
  groups: true
  positioning: { focus: { skim: 1, gifts: 1 } }
  rules: .nan
  fit: 1
owner: []
founders: -1
arrivals:
  - { perDay: 1, source: freinds }
  - { from: 9, to: 9 }
offer: { solves: gift, price: -5 }
plan:
  - { from: 0, contnet: { perDay: 1 } }
  - { from: 30, ads: { perDay: many } }
  - { from: 30, redPackets: { amount: 0 }, content: { topic: 7 } }
  - null
shocks:
  - { day: 60, kind: owner-abscent }
  - { day: 60, kind: bad-batch, appeal: 1 }
claims: [A02, "28"]
model:
  adHarn: 0
  contentValue: .inf
days: 3
`
