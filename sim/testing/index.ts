// qunxiang/testing: what an engineer needs to hold a mechanism of her own to the laws. No test runner is needed: whatever
// does not hold is thrown.

export { aScenario, aSeed } from './arbitraries.ts'
export { causeNamed, factsOf, ofKind, type Fact } from './facts.ts'
export { given, yields, type Expected, type Given, type GivenOptions } from './given.ts'
export { daysOf, historyOf, type History } from './laws/history.ts'
export { LAWS } from './laws/index.ts'
export { checkLaw, ENGINE, withTurn, type Engine, type Law, type LawCheck } from './laws/law.ts'
export { DoesNotHold, mustHold } from './must-hold.ts'
export { smallScenario, type ScenarioValues } from './small-scenario.ts'
