import type { Path } from '../scenario/path.ts'
import { formatPath } from '../scenario/path.ts'
import type { FileValues } from '../scenario/shortest.ts'
import { leavesOf, type Bounds, type Leaf } from './scenario-leaves.ts'

/** Numbers that say how many people there are, besides the newcomers. */
const PEOPLE = ['market.people', 'community.groups', 'community.capacity', 'founders']

/** Lists whose items may go. */
const LISTS = ['shocks', 'arrivals', 'offer', 'plan'] as const

/** Everything in a file that may go by itself, in the order in which it is tried: whole items of lists. */
export function itemsThatCanGo(values: FileValues): Path[] {
  return LISTS.flatMap((list) => listOf(values, list).map((_, index) => [list, index]))
}

/** The same for single values. */
export function fieldsThatCanGo(values: FileValues): Path[] {
  return leavesOf(values).flatMap(({ path, canGo }) => (canGo ? [path] : []))
}

/** Phases that may do from the beginning of the phase before what they do: each makes of two phases one. */
export function phasesThatCanMerge(values: FileValues): number[] {
  return listOf(values, 'plan').flatMap((_, index) => (index === 0 ? [] : [index]))
}

export function dayNumbers(values: FileValues): Leaf[] {
  return numbersOf(values).filter(({ path }) => formatPath(path) === 'days')
}

/** Founders come last: they need no rule of their own, so it is rather the newcomers who go. */
export function peopleNumbers(values: FileValues): Leaf[] {
  const people = numbersOf(values).filter(isOfPeople)
  return [...people.filter((leaf) => !isOfFounders(leaf)), ...people.filter(isOfFounders)]
}

export function ruleNumbers(values: FileValues): Leaf[] {
  return numbersOf(values).filter((leaf) => leaf.isRule && !isOfPeople(leaf))
}

function numbersOf(values: FileValues): Leaf[] {
  return leavesOf(values).filter(({ bounds }) => bounds !== null)
}

function isOfFounders({ path }: Leaf): boolean {
  return formatPath(path) === 'founders'
}

function isOfPeople({ path }: Leaf): boolean {
  return PEOPLE.includes(formatPath(path)) || (path[0] === 'arrivals' && path[2] === 'perDay')
}

/**
 * Numbers that may stand in the place of another, largest step first: none at all, then half the way there, a quarter, …,
 * one less; then with fewer digits. Not all are smaller in the sense of a size.
 */
export function simplerNumbers(value: number, { min, max, isWhole }: Bounds): number[] {
  const least = Math.min(max, Math.max(min, 0))
  const found = [least]
  for (let way = Math.abs(value - least) / 2; way >= 1; way /= 2) {
    found.push(Math.trunc(value - Math.sign(value - least) * way))
  }
  found.push(value - Math.sign(value - least))
  for (let digits = 1; digits < 17; digits++) found.push(Number(value.toPrecision(digits)))
  const fits = (number: number) => number >= min && number <= max && (!isWhole || Number.isInteger(number))
  return [...new Set(found)].filter((number) => number !== value && fits(number))
}

/** A file without what stands at these paths, and without the maps that are empty then. */
export function without(values: FileValues, paths: readonly Path[]): FileValues {
  const copy = copyOf(values)
  // Later items first, so that the places of those before them stay what they are.
  for (const path of [...paths].reverse()) remove(copy, path)
  return copy
}

function remove(values: FileValues, path: Path): void {
  const holder = holderOf(values, path)
  const key = path.at(-1) as string | number
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (holder !== undefined) Reflect.deleteProperty(holder, key)
  const above = path.slice(0, -1)
  const isEmpty = isMap(holder) && Object.keys(holder).length === 0
  if (isEmpty && typeof above.at(-1) === 'string') remove(values, above)
}

/** A file with another number at a path. */
export function withNumber(values: FileValues, path: Path, number: number): FileValues {
  const copy = copyOf(values)
  const holder = holderOf(copy, path)
  if (holder !== undefined) Reflect.set(holder, path.at(-1) as string | number, number)
  return copy
}

/** A file whose phase `index` is one with the phase before it, and begins with that one. */
export function withPhaseMerged(values: FileValues, index: number): FileValues {
  const plan = listOf(values, 'plan')
  const [before, phase] = [plan[index - 1], plan[index]] as [object, object]
  const { from: _, ...does } = phase as Record<string, unknown>
  return { ...values, plan: [...plan.slice(0, index - 1), laidOver(before, does), ...plan.slice(index + 1)] }
}

/** Every file that is one step away. */
export function everyStep(values: FileValues): FileValues[] {
  return [
    ...numbersOf(values).flatMap(({ path, value, bounds }) =>
      simplerNumbers(value as number, bounds as Bounds).map((number) => withNumber(values, path, number)),
    ),
    ...[...itemsThatCanGo(values), ...fieldsThatCanGo(values)].map((path) => without(values, [path])),
    ...phasesThatCanMerge(values).map((index) => withPhaseMerged(values, index)),
  ]
}

function laidOver(below: object, above: object): object {
  const result: Record<string, unknown> = { ...below }
  for (const [key, value] of Object.entries(above) as [string, unknown][]) {
    const under = result[key]
    result[key] = isMap(under) && isMap(value) ? laidOver(under, value) : value
  }
  return result
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(values: FileValues, key: string): readonly unknown[] {
  const list = values[key]
  return Array.isArray(list) ? list : []
}

function holderOf(values: FileValues, path: Path): object | undefined {
  let holder: unknown = values
  for (const key of path.slice(0, -1)) {
    holder = typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined
  }
  return typeof holder === 'object' && holder !== null ? holder : undefined
}

/** Plain data by construction, so that JSON copies it faithfully. */
function copyOf(values: FileValues): FileValues {
  return JSON.parse(JSON.stringify(values)) as FileValues
}
