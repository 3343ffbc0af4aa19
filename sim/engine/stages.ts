import { editScenario, type Edit } from '../scenario/edit.ts'
import { parsePath, tellPath } from '../scenario/path.ts'
import { ScenarioError, type Problem } from '../scenario/problem.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** A change of the rules that takes hold at the opening of day `at`; the days before are as they were. */
export interface Fork {
  readonly at: number
  readonly edits: readonly Edit[]
}

/** The rules that hold from a day on. */
export interface Stage {
  readonly from: number
  readonly scenario: Scenario
}

/** What a fork may change: what an owner can do otherwise. The town itself, and the length of the run, stay. */
const FORKABLE = ['community', 'owner', 'arrivals', 'invitations', 'offer', 'plan', 'shocks', 'model']

/**
 * The stages of a run: its scenario, and one more for each fork that changes anything. Forks come in the order of
 * their days, each on top of the one before. Throws a ScenarioError with all problems at once.
 */
export function stagesOf(scenario: Scenario, forks: readonly Fork[]): readonly [Stage, ...Stage[]] {
  return follow(scenario, forks).stages
}

/** The forks that change anything: the others leave a run as it is, to the last byte of its log. */
export function effectiveForks(scenario: Scenario, forks: readonly Fork[]): readonly Fork[] {
  return follow(scenario, forks).effective
}

interface Followed {
  readonly stages: readonly [Stage, ...Stage[]]
  /** The fork behind each stage but the first. */
  readonly effective: readonly Fork[]
}

function follow(scenario: Scenario, forks: readonly Fork[]): Followed {
  const stages: [Stage, ...Stage[]] = [{ from: 0, scenario }]
  const effective: Fork[] = []
  for (const fork of forks) {
    const before = stages.at(-1) as Stage
    // One stage a day: a second fork on the day of the first would have no day of its own.
    checkFork(scenario, fork, stages.length === 1 ? 0 : before.from + 1)
    const edited = editScenario(before.scenario, fork.edits)
    if (edited.patches.length === 0) continue
    checkShape(scenario, edited.scenario)
    stages.push({ from: fork.at, scenario: edited.scenario })
    effective.push(fork)
  }
  return { stages, effective }
}

function checkFork(scenario: Scenario, { at, edits }: Fork, earliest: number): void {
  const problems: Problem[] = []
  const last = scenario.days - 1
  if (!Number.isInteger(at) || at < earliest || at > last) {
    problems.push(problem('at', `must be a day from ${earliest} to ${last}, got ${String(at)}`))
  }
  for (const { path } of edits) {
    const [root] = parsePath(path) ?? []
    if (root === 'market') {
      problems.push(
        problem(
          tellPath(path),
          'must not be a path of the market: who lives in the town is the same in every branch',
        ),
      )
    } else if (!FORKABLE.includes(String(root))) {
      problems.push(problem(tellPath(path), `must begin with one of ${FORKABLE.join(', ')}`))
    }
  }
  if (problems.length > 0) throw new ScenarioError(problems)
}

/** Seats, offers and groups have their places in the state: their number cannot change under way. */
function checkShape(before: Scenario, after: Scenario): void {
  const problems: Problem[] = []
  if (after.community.groups !== before.community.groups) {
    problems.push(
      problem(
        'community.groups',
        `must stay ${before.community.groups} in a fork, got ${after.community.groups}`,
      ),
    )
  }
  if (after.offer.length !== before.offer.length) {
    problems.push(
      problem('offer', `must stay a list of ${before.offer.length} in a fork, got ${after.offer.length}`),
    )
  }
  if (problems.length > 0) throw new ScenarioError(problems)
}

function problem(path: string, says: string): Problem {
  return { file: '', line: null, path, says }
}
