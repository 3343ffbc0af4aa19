import { stateText } from '../../events/digest.ts'
import { run } from '../../engine/run.ts'
import type { Simulation } from '../../engine/simulation.ts'
import type { Fork } from '../../engine/stages.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { factsOf, type Fact } from '../facts.ts'
import { type Engine } from './law.ts'
import { mustHold } from '../must-hold.ts'

/** A whole run: every fact, the digest of the state after each day, and where each day's facts end. */
export interface History {
  readonly facts: readonly Fact[]
  readonly states: readonly string[]
  readonly ends: readonly number[]
  readonly simulation: Simulation
}

/** Runs a scenario and keeps everything. */
export function historyOf(
  { turns }: Engine,
  scenario: Scenario,
  seed: string,
  forks: readonly Fork[] = [],
): History {
  const states: string[] = []
  const ends: number[] = []
  const simulation = run(scenario, seed, {
    turns,
    forks,
    keepsRows: true,
    observers: [
      (world, _rows, _from, to) => {
        states.push(stateText(world))
        ends.push(to)
      },
    ],
  })
  return { facts: factsOf(simulation.rows), states, ends, simulation }
}

/** The day of a fact by its position. */
export function dayOf({ ends }: History, position: number): number {
  return ends.findIndex((end) => position < end)
}

/** The facts of each day. */
export function daysOf({ facts, ends }: History): readonly (readonly Fact[])[] {
  return ends.map((end, day) => facts.slice(day === 0 ? 0 : ends[day - 1], end))
}

/** A fact as a line, to be read in a message. */
export function told(fact: Fact | undefined): string {
  return fact === undefined ? 'no fact' : JSON.stringify(fact)
}

/** Throws unless two histories are the same: facts one by one, then states day by day. */
export function mustBeSame(found: History, expected: History, what: string): void {
  mustHaveSameFacts(found.facts, expected.facts, what)
  const day = expected.states.findIndex((state, n) => found.states[n] !== state)
  mustHold(
    day < 0 && found.states.length === expected.states.length,
    () => `${what}: the state after day ${day} must be the same`,
  )
}

/** Throws unless two lists of facts are the same. */
export function mustHaveSameFacts(found: readonly Fact[], expected: readonly Fact[], what: string): void {
  const most = Math.max(found.length, expected.length)
  for (let at = 0; at < most; at++) {
    mustHold(
      isSame(found[at], expected[at]),
      () => `${what}: fact ${at} must be ${told(expected[at])}, got ${told(found[at])}`,
    )
  }
}

function isSame(one: Fact | undefined, other: Fact | undefined): boolean {
  if (one === undefined || other === undefined) return false
  return (
    one.seq === other.seq &&
    one.kind === other.kind &&
    one.group === other.group &&
    one.actor === other.actor &&
    one.object === other.object &&
    Object.is(one.value, other.value) &&
    one.cause === other.cause
  )
}
