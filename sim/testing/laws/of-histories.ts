import fc from 'fast-check'
import { editScenario } from '../../scenario/edit.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { aScenario, aSeed } from '../arbitraries.ts'
import { historyOf, type History } from './history.ts'
import type { Law } from './law.ts'

const RUNS = 150

type Check = (history: History, scenario: Scenario) => void

/** A law that looks at whole histories. */
export function lawOfHistories(
  number: number | null,
  says: string,
  check: Check,
  scenarios: fc.Arbitrary<Scenario> = aScenario,
): Law {
  return {
    number,
    says,
    runs: RUNS,
    property: (engine) =>
      fc.property(scenarios, aSeed, (scenario, seed) => check(historyOf(engine, scenario, seed), scenario)),
  }
}

/** Everybody wants both offers on every day, and hears of them: what is seldom in a market happens at once. */
export const aRush: fc.Arbitrary<Scenario> = aScenario.map((scenario) => {
  const offer = { quality: 0.4, promise: 0.7, price: 10, unitCost: 4, complexity: 0, standardisation: 0.7 }
  return editScenario(scenario, [
    { path: 'offer', value: ['skin', 'cooking'].map((solves) => ({ ...offer, solves })) },
    { path: 'community.positioning.focus', value: { skin: 1, cooking: 1 } },
    { path: 'community.groupsBy', value: 'size' },
    ...[0, 1].map((phase) => ({ path: `plan[${phase}].ads`, value: { perDay: 2, soft: 1, offer: -1 } })),
    ...[0, 1].map((phase) => ({ path: `plan[${phase}].content.perDay`, value: 2 })),
    { path: 'founders', value: 8 },
    { path: 'community.capacity', value: 10 },
    { path: 'owner.cash', value: 1000 },
    { path: 'model.inMarketGate', value: 0 },
    { path: 'model.buyingScale', value: 1 },
    { path: 'model.buyingTrustHalf', value: 0.01 },
    { path: 'model.serviceHours', value: 0 },
  ]).scenario
})

/** All members advertise, and half of them are removed for it: several on one day. */
export const aBazaar: fc.Arbitrary<Scenario> = aScenario.map(
  (scenario) =>
    editScenario(scenario, [
      { path: 'community.rules', value: 0 },
      { path: 'community.capacity', value: 10 },
      { path: 'owner.energy', value: 1 },
      { path: 'founders', value: 8 },
      ...[0, 1].map((phase) => ({ path: `plan[${phase}].moderation`, value: 0.5 })),
      ...[0, 1].map((phase) => ({ path: `plan[${phase}].content.perDay`, value: 2 })),
      ...['memberAds', 'memberSellers', 'memberAdRate', 'moderating', 'bystanderTrust'].map((name) => ({
        path: `model.${name}`,
        value: 1,
      })),
    ]).scenario,
)
