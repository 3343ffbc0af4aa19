import { expect, it } from 'vitest'
import { notSimulated } from '../../sim/scenario/not-simulated.ts'
import { LEAST, parse } from './helpers.ts'

it('finds nothing in a scenario of what is simulated', () => {
  const scenario = parse(`${LEAST}community: { groups: 2, groupsBy: topic }
invitations: { to: both, reward: 5 }
offer: { solves: skin, fairPrice: 0.6 }
plan: [{ redPackets: { perDay: 0.15, amount: 30 }, offline: { everyDays: 30 } }]
shocks: [{ day: 1, kind: owner-absent }, { day: 2, kind: star-leaves }, { day: 3, kind: migrate }]
`)
  expect(notSimulated(scenario)).toEqual([])
})

it('names each path that is set away from neutral', () => {
  const scenario = parse(`${LEAST}community: { centres: 2 }
owner: { listening: 0.9 }
offer: { solves: skin, complexity: 0.7, buyer: other }
plan:
  - { from: 0, content: { for: buyer } }
  - { from: 30, roles: 0.1, listening: 0.2 }
`)
  expect(notSimulated(scenario)).toEqual([
    'community.centres',
    'owner.listening',
    'offer[0].complexity',
    'offer[0].buyer',
    'plan[0].content.for',
    'plan[1].content.for',
    'plan[1].roles',
    'plan[1].listening',
  ])
})

it('does not mind the size of packets that are not sent', () => {
  expect(
    notSimulated(parse(`${LEAST}plan: [{ redPackets: { amount: 50 }, offline: { depth: 1 } }]`)),
  ).toEqual([])
})
