/** One thing that is wrong with a scenario. */
export interface Problem {
  /** File (or name of the scenario) in which it stands; empty when there is none, as in an edit. */
  readonly file: string
  /** Counted from 1; null when the value did not come from a text. */
  readonly line: number | null
  /** `plan[1].ads.perDay`; empty for the whole file. */
  readonly path: string
  /** The rest of the sentence: what must hold and what was found. */
  readonly says: string
}

/** The input is wrong, not we: everything that is wrong with it, in one go. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'))
    this.problems = problems
  }
}

/** `scenarios/x.yaml:12: plan[1].ads.perDay must be a number from 0 to 1000, got "many"`. */
export function describeProblem({ file, line, path, says }: Problem): string {
  const place = line === null ? file : `${file}:${line}`
  return `${place}${place === '' ? '' : ': '}${path === '' ? 'the scenario' : path} ${says}`
}

/** Problems file by file (in the order in which files turn up), each from top to bottom; of each value the first. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map((problem) => problem.file))]
  const first = new Map<string, Problem>()
  for (const problem of problems) {
    const key =
      problem.path === '' ? describeProblem(problem) : `${problem.file}:${problem.line}:${problem.path}`
    if (!first.has(key)) first.set(key, problem)
  }
  return [...first.values()].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0),
  )
}

/** A value as it is quoted in a message: short, and telling text from numbers. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'string') return JSON.stringify(shorten(value))
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`
}

const SHOWN = 60

export function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`
}
