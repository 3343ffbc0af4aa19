import { SCENARIO_FIELDS, SCENARIO_FORMAT } from '../model/scenario-fields.ts'
import { isAbsent, placeOf, valueOf } from './located.ts'
import type { Located } from './located.ts'
import { merge } from './merge.ts'
import { nearest } from './nearest.ts'
import type { Problem } from './problem.ts'
import { show } from './problem.ts'

/** Finds a scenario by name; `names` (if it can list them) helps with misspelt ones. */
export interface Library<Found> {
  (name: string): Found | undefined
  readonly names?: readonly string[]
}

/** One scenario as written, before what it extends is looked up. */
export interface Layer {
  readonly name: string
  /** What tells it from others (its file), so that a cycle is noticed. */
  readonly key: string
  /** Undefined: it could not be read, and that has been reported. */
  readonly tree: Located | undefined
}

interface Merged {
  readonly tree: Located
  /** False when a base is missing: what is not given is then not known to be missing. */
  readonly complete: boolean
}

/** A scenario with everything it extends merged below it. */
export function withBases(
  layer: Layer,
  library: Library<Layer>,
  report: (problem: Problem) => void,
): Merged | null {
  return climb(layer, [layer])

  function climb({ tree }: Layer, chain: readonly Layer[]): Merged | null {
    if (tree === undefined || !hasOurFormat(tree, report)) return null
    const name = tree.kind === 'map' ? valueOf(tree.entries.get('extends')?.node) : undefined
    if (typeof name !== 'string') return { tree, complete: true }
    const base = library(name)
    if (base === undefined) {
      reportAt(tree, `must name a known scenario, got ${show(name)}${guess(name, library.names ?? [])}`)
      return { tree, complete: false }
    }
    if (chain.some((layer) => layer.key === base.key)) {
      const round = [...chain, base].map((layer) => layer.name).join(' → ')
      reportAt(tree, `must not lead back to a scenario on the way, got ${round}`)
      return { tree, complete: false }
    }
    const below = climb(base, [...chain, base])
    if (below === null) return { tree, complete: false }
    return { tree: merge(SCENARIO_FIELDS, below.tree, tree), complete: below.complete }
  }

  function reportAt(tree: Located, says: string): void {
    report({ ...placeOf(tree, ['extends']), path: 'extends', says })
  }
}

function guess(name: string, names: readonly string[]): string {
  const near = nearest(name, names)
  return near === undefined ? '' : `: did you mean ${near}?`
}

/** With another format nothing else in a file can be judged. */
function hasOurFormat(tree: Located, report: (problem: Problem) => void): boolean {
  if (tree.kind !== 'map') return true
  const format = tree.entries.get('format')?.node
  const found = valueOf(format)
  if (isAbsent(format) || found === SCENARIO_FORMAT) return true
  const version = typeof found === 'string' ? /^qunxiang-scenario\/(\d+)$/.exec(found)?.[1] : undefined
  const hint = version === undefined ? '' : ': another version of Qunxiang wrote this file'
  report({
    ...placeOf(tree, ['format']),
    path: 'format',
    says: `must be ${SCENARIO_FORMAT}, got ${show(found)}${hint}`,
  })
  return false
}
