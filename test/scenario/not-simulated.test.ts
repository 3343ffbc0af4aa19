import { expect, it } from 'vitest'
import { notSimulated } from '../../sim/scenario/not-simulated.ts'
import { LEAST, parse } from './helpers.ts'

it('finds nothing in a scenario of what is simulated', () => {
  expect(notSimulated(parse(`${LEAST}shocks: [{ day: 1, kind: owner-absent }]`))).toEqual([])
})

it('names each path that is set away from neutral', () => {
  const scenario = parse(`${LEAST}community: { centres: 2 }
owner: { listening: 0.9 }
invitations: { to: both, reward: 5 }
offer: { solves: skin, complexity: 0.7, buyer: other, fairPrice: 0.6 }
plan:
  - { from: 0, content: { for: buyer } }
  - { from: 30, redPackets: { perDay: 0.15, amount: 30 }, offline: { everyDays: 30 }, listening: 0.2 }
shocks: [{ day: 1, kind: star-leaves }]
`)
  expect(notSimulated(scenario)).toEqual([
    'community.centres',
    'owner.listening',
    'invitations.to',
    'offer[0].complexity',
    'offer[0].buyer',
    'offer[0].fairPrice',
    'plan[0].content.for',
    'plan[1].content.for',
    'plan[1].redPackets.perDay',
    'plan[1].offline.everyDays',
    'plan[1].listening',
    'shocks[0]',
  ])
})

it('does not mind the size of packets that are not sent', () => {
  expect(
    notSimulated(parse(`${LEAST}plan: [{ redPackets: { amount: 50 }, offline: { depth: 1 } }]`)),
  ).toEqual([])
})
