import { LOCALES, type LocalText } from '../model/local-text.ts'
import type { Path } from '../scenario/path.ts'
import { ScenarioError } from '../scenario/problem.ts'
import { resolveScenario } from '../scenario/resolve.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { shortestValues, type FileValues } from '../scenario/shortest.ts'
import type { Condition } from './condition.ts'
import type { Bounds, Leaf } from './scenario-leaves.ts'
import { isSmaller, sizeOf, type ScenarioSize } from './scenario-size.ts'
import { watchFor, type Sight } from './shrink-watch.ts'
import {
  dayNumbers,
  fieldsThatCanGo,
  itemsThatCanGo,
  peopleNumbers,
  phasesThatCanMerge,
  ruleNumbers,
  simplerNumbers,
  without,
  withNumber,
  withPhaseMerged,
} from './smaller-scenarios.ts'

// Delta debugging (Zeller & Hildebrandt 2002), on what a scenario file says: something is left out or made smaller, and
// where the condition still holds the rest is not missed. Greedy: the end is smallest in the sense that no single step makes
// it smaller, not the smallest that there is.

export interface ShrinkWish {
  readonly condition: Condition
  readonly seeds: readonly string[]
  /** Share of the seeds with which the condition must hold, above 0. */
  readonly share: number
}

/** A scenario, what its shortest file says, and what its runs have shown. */
export interface Specimen {
  readonly scenario: Scenario
  readonly values: FileValues
  readonly size: ScenarioSize
  /** In the order of the seeds. */
  readonly sights: readonly Sight[]
}

/** In which order things are tried, over and over again until none of them helps. */
export const SHRINK_STAGES = ['days', 'people', 'items', 'phases', 'fields', 'numbers'] as const
export type ShrinkStage = (typeof SHRINK_STAGES)[number]

/** A scenario on its way to its smallest. */
export interface Shrinking {
  readonly isDone: () => boolean
  /** One day of one run. */
  readonly step: () => void
  /** Null until the scenario as it was given has been run with every seed. */
  readonly original: () => Specimen | null
  /** Whether the condition holds of the scenario as it was given; false until that is known. */
  readonly isShown: () => boolean
  /** The smallest so far of which the condition holds; null unless there is one. */
  readonly smallest: () => Specimen | null
  readonly progress: () => ShrinkProgress
}

export interface ShrinkProgress {
  /** How often everything has been tried, from 1. */
  readonly round: number
  readonly stage: ShrinkStage
  /** Scenarios that were run, and runs with them. */
  readonly scenarios: number
  readonly runs: number
}

/** Prepares to shrink a scenario as far as the condition holds. */
export function openShrinking(scenario: Scenario, wish: ShrinkWish): Shrinking {
  const state: State = {
    wish,
    needed: Math.max(1, Math.ceil(wish.share * wish.seeds.length - 1e-9)),
    original: null,
    smallest: null,
    mustBeLivedIn: false,
    tried: new Set(),
    progress: { round: 1, stage: 'days', scenarios: 0, runs: 0 },
  }
  const work = shrink(state, scenario)
  let isDone = false
  return {
    isDone: () => isDone,
    step: () => {
      isDone = work.next().done === true
    },
    original: () => state.original,
    isShown: () => state.smallest !== null,
    smallest: () => state.smallest,
    progress: () => ({ ...state.progress }),
  }
}

interface State {
  readonly wish: ShrinkWish
  /** Seeds with which the condition must hold. */
  readonly needed: number
  original: Specimen | null
  smallest: Specimen | null
  /** Nobody means an empty town: what people used in the original, they must still use. */
  mustBeLivedIn: boolean
  /** What was tried before, as text: it is not run again. */
  readonly tried: Set<string>
  readonly progress: { -readonly [Key in keyof ShrinkProgress]: ShrinkProgress[Key] }
}

/** Something may be yielded at any time; what counts is the state. */
type Work<Result = void> = Generator<void, Result>

function* shrink(state: State, given: Scenario): Work {
  const start = specimenOf(bare(given))
  const sights = yield* look(state, start.scenario, { isWhole: true })
  state.original = { ...start, sights }
  const holding = sights.filter((sight) => sight.holds)
  if (holding.length < state.needed) return
  state.mustBeLivedIn = holding.every((sight) => sight.isLivedIn)
  let smallest = (state.smallest = state.original)
  for (;;) {
    for (const stage of SHRINK_STAGES) {
      state.progress.stage = stage
      yield* STAGES[stage](state)
    }
    if (state.smallest === smallest) return
    smallest = state.smallest
    state.progress.round += 1
  }
}

const STAGES: Readonly<Record<ShrinkStage, (state: State) => Work>> = {
  days: (state) => simplify(state, dayNumbers),
  people: (state) => simplify(state, peopleNumbers),
  items: (state) => leaveOut(state, itemsThatCanGo),
  phases: merge,
  fields: (state) => leaveOut(state, fieldsThatCanGo),
  numbers: (state) => simplify(state, ruleNumbers),
}

/** Leaves out as much at a time as possible, from the end: everything, halves, quarters, …, single ones. */
function* leaveOut(state: State, pathsIn: (values: FileValues) => readonly Path[]): Work {
  for (let size = pathsIn(valuesOf(state)).length; size >= 1; size = Math.floor(size / 2)) {
    for (let end = pathsIn(valuesOf(state)).length; end > 0;) {
      const from = Math.max(0, end - size)
      const paths = pathsIn(valuesOf(state)).slice(from, end)
      const isTaken = yield* tryOut(state, without(valuesOf(state), paths))
      // What was left out may have taken something else with it.
      end = isTaken ? Math.min(from, pathsIn(valuesOf(state)).length) : from
    }
  }
}

/** Gives every number the first simpler one that will do, until none will. */
function* simplify(state: State, numbersIn: (values: FileValues) => readonly Leaf[]): Work {
  for (let at = 0; at < numbersIn(valuesOf(state)).length;) {
    const { path, value, bounds } = numbersIn(valuesOf(state))[at] as Leaf
    let isTaken = false
    for (const number of simplerNumbers(value as number, bounds as Bounds)) {
      isTaken = yield* tryOut(state, withNumber(valuesOf(state), path, number))
      if (isTaken) break
    }
    if (!isTaken) at += 1
  }
}

/** Makes one phase of two. */
function* merge(state: State): Work {
  for (let at = 0; at < phasesThatCanMerge(valuesOf(state)).length;) {
    const index = phasesThatCanMerge(valuesOf(state))[at] as number
    const isTaken = yield* tryOut(state, withPhaseMerged(valuesOf(state), index))
    if (!isTaken) at += 1
  }
}

function valuesOf({ smallest }: State): FileValues {
  return smallest === null ? {} : smallest.values
}

/** Takes a scenario in the place of the smallest so far, if it is one, is smaller, and the condition still holds. */
function* tryOut(state: State, values: FileValues): Work<boolean> {
  const specimen = specimenOrNull(values)
  if (specimen === null || state.smallest === null || !isSmaller(specimen.size, state.smallest.size))
    return false
  const text = JSON.stringify(specimen.values)
  if (state.tried.has(text)) return false
  state.tried.add(text)
  const sights = yield* look(state, specimen.scenario, { isWhole: false })
  if (sights.filter((sight) => isAsWanted(state, sight)).length < state.needed) return false
  state.smallest = { ...specimen, sights }
  return true
}

function isAsWanted({ mustBeLivedIn }: State, { holds, isLivedIn }: Sight): boolean {
  return holds && (isLivedIn || !mustBeLivedIn)
}

/** Runs a scenario with one seed after the other; unless it is to be the whole, only as long as it may still do. */
function* look(state: State, scenario: Scenario, { isWhole }: { readonly isWhole: boolean }): Work<Sight[]> {
  const { seeds, condition } = state.wish
  const sights: Sight[] = []
  let missed = 0
  state.progress.scenarios += 1
  for (const seed of seeds) {
    if (!isWhole && missed > seeds.length - state.needed) break
    const sight = yield* watchFor(condition, scenario, seed)
    state.progress.runs += 1
    sights.push(sight)
    if (!isAsWanted(state, sight)) missed += 1
  }
  return sights
}

/** Null where the values are none of a scenario. */
function specimenOrNull(values: FileValues): Specimen | null {
  try {
    return specimenOf(resolveScenario(values, 'shrunk', () => undefined))
  } catch (error) {
    if (error instanceof ScenarioError) return null
    throw error
  }
}

function specimenOf(scenario: Scenario): Specimen {
  const values = shortestValues(scenario, { always: ['days', 'market.people'] })
  return { scenario, values, size: sizeOf(scenario, values), sights: [] }
}

/** A scenario without what is told beside it: nothing of that has an effect, and it would not be true any more. */
function bare(scenario: Scenario): Scenario {
  return {
    ...scenario,
    name: nameOfShrunk(scenario.name),
    question: null,
    lesson: null,
    contrast: [],
    claims: [],
  }
}

const SHRUNK: LocalText = { 'zh-Hans': '（缩小版）', 'zh-Hant': '（縮小版）', en: ', shrunk' }

/** Characters of a name that leave room for the word behind it. */
const NAME_LONGEST = 190

function nameOfShrunk(name: LocalText): LocalText {
  const named = LOCALES.map((locale) => {
    const text = name[locale]
    const isNamed = Object.values(SHRUNK).some((word) => text.endsWith(word))
    return [locale, isNamed ? text : [...text].slice(0, NAME_LONGEST).join('') + SHRUNK[locale]] as const
  })
  return Object.fromEntries(named) as LocalText
}
