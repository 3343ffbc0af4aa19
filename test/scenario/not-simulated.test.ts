import { expect, it } from 'vitest'
import { choice, group, share, whole } from '../../sim/model/field-builders.ts'
import { notSimulated } from '../../sim/scenario/not-simulated.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { scenarioTemplate } from '../../sim/scenario/template.ts'
import { LEAST, parse } from './helpers.ts'

it('finds nothing in any scenario: every field of the table is simulated', () => {
  const scenario = parse(`${LEAST}community: { groups: 2, groupsBy: topic, centres: 2, overlap: 0.5 }
owner: { listening: 0.9, stock: 0.5 }
invitations: { to: both, reward: 5 }
offer: { solves: skin, fairPrice: 0.6, complexity: 0.7, buyer: other }
plan:
  - { content: { for: buyer, curated: 1, exclusive: 1 }, redPackets: { perDay: 0.15, amount: 30 }, offline: { everyDays: 30 } }
  - { from: 30, roles: 0.1, identityCue: 1, bondCue: 1, checkIns: 1, forcedTasks: 1, entryFee: 9 }
shocks: [{ day: 1, kind: owner-absent }, { day: 2, kind: star-leaves }, { day: 3, kind: migrate }]
`)
  expect(notSimulated(scenario)).toEqual([])
  expect(notSimulated(parse(scenarioTemplate()))).toEqual([])
})

// A table of the next engine, in which some fields are there before anything follows from them.
const NEXT = group('A scenario.', {
  owner: group('The owner.', {
    humour: share('How much the owner laughs.', { default: 0.5, later: {} }),
    energy: share('Energy.', { default: 0.9 }),
  }),
  plan: {
    kind: 'list',
    says: 'What the owner does.',
    source: 'contract',
    longest: 10,
    item: group('A phase.', {
      humour: share('The same in a phase.', { default: { path: 'owner.humour' }, later: {} }),
      songs: whole('Songs a day.', 'songs', [0, 9], { default: 3, later: { neutral: 0 } }),
      tune: choice('Which tune.', ['high', 'low'], { default: 'high', later: {} }),
    }),
  },
  shocks: {
    kind: 'list',
    says: 'What befalls.',
    source: 'contract',
    longest: 10,
    item: {
      kind: 'cases',
      says: 'A shock.',
      source: 'contract',
      before: {},
      cases: {
        flood: { says: 'Water.', later: true, fields: {} },
        frost: { says: 'Ice.', later: false, fields: {} },
      },
    },
  },
})
const missingIn = (values: object) => notSimulated(values as unknown as Scenario, NEXT)

it('names each path that is set away from neutral', () => {
  expect(
    missingIn({
      owner: { humour: 0.9, energy: 0.1 },
      plan: [
        { humour: 0.9, songs: 0, tune: 'low' },
        { humour: 0.2, songs: 3, tune: 'high' },
      ],
      shocks: [{ kind: 'frost' }, { kind: 'flood' }],
    }),
  ).toEqual(['owner.humour', 'plan[0].tune', 'plan[1].humour', 'plan[1].songs', 'shocks[1]'])
})

it('does not mind what stands at its default, or is neutral', () => {
  expect(
    missingIn({
      owner: { humour: 0.5, energy: 0.1 },
      plan: [{ humour: 0.5, songs: 0, tune: 'high' }],
      shocks: [],
    }),
  ).toEqual([])
})
