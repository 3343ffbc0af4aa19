import { resolveScenario } from '../../sim/index.ts'
import type { Cause, Fork, Scenario } from '../../sim/index.ts'

// What the page asks of its workers. Both sides are ours, so a wrong message is a bug; but one that was let in could keep
// a worker busy for ever, or leave whoever asked without an answer.

/** What the page asks of a worker: one run. */
export interface Request {
  readonly name: string
  readonly seed: string
  /** Raw values of scenario files by name: of `name`, and of what it extends. */
  readonly library: Readonly<Record<string, unknown>>
  /** The names of all scenarios there are. */
  readonly known: readonly string[]
  /** The scenario itself, where it is known already: that of a log may be in no library. */
  readonly scenario: Scenario | null
  /** Makes the run a branch. */
  readonly forks?: readonly Fork[]
}

/** Where a side comes from: a run that can be run again, or a log that can be read again. */
export type Source = ({ readonly kind: 'run' } & History) | { readonly kind: 'log'; readonly file: File }

/** All that a history follows from, under one engine. */
export interface History {
  readonly scenario: Scenario
  readonly seed: string
  readonly forks: readonly Fork[]
}

/** What the desk is asked once somebody wants to know more; it is no part of the first load. */
export type DeskRequest =
  | { readonly type: 'open-log'; readonly file: File }
  | { readonly type: 'tell'; readonly source: Source; readonly person: number }
  | ({ readonly type: 'what-if'; readonly person: number; readonly cause: Cause } & History)
  | {
      readonly type: 'what-changed'
      readonly scenario: Scenario
      readonly seed: string
      /** The forks of the two histories that are compared. */
      readonly parent: readonly Fork[]
      readonly branch: readonly Fork[]
      /** Somebody of whom is told in any case. */
      readonly person?: number
    }
  | ({
      readonly type: 'what-if-again'
      readonly person: number
      readonly cause: Cause
      readonly lucks: readonly string[]
    } & History)

/** The request that a message is. Throws where it is none, a ScenarioError where only its scenario is wrong. */
export function readRequest(message: unknown): Request {
  const { name, seed, library, known, scenario, forks } = mapIn(message, 'a request')
  return {
    name: textIn(name, 'request.name'),
    seed: textIn(seed, 'request.seed'),
    library: mapIn(library, 'request.library'),
    known: listIn(known, 'request.known').map((name) => textIn(name, 'request.known')),
    scenario: scenario === null ? null : scenarioIn(scenario),
    ...(forks !== undefined && { forks: forksIn(forks) }),
  }
}

/** The same of a request to the desk. */
export function readDeskRequest(message: unknown): DeskRequest {
  const request = mapIn(message, 'a request')
  const { type } = request
  switch (type) {
    case 'open-log':
      return { type, file: fileIn(request['file']) }
    case 'tell':
      return {
        type,
        source: sourceIn(request['source']),
        person: numberIn(request['person'], 'request.person'),
      }
    case 'what-if':
      return {
        type,
        person: numberIn(request['person'], 'request.person'),
        cause: textIn(request['cause'], 'request.cause') as Cause, // others than the known ones have no answer
        ...historyIn(request),
      }
    case 'what-if-again':
      return {
        type,
        person: numberIn(request['person'], 'person'),
        cause: textIn(request['cause'], 'request.cause') as Cause,
        lucks: lucksIn(request['lucks']),
        ...historyIn(request),
      }
    case 'what-changed':
      return {
        type,
        scenario: scenarioIn(request['scenario']),
        seed: textIn(request['seed'], 'request.seed'),
        parent: forksIn(request['parent'], 'request.parent'),
        branch: forksIn(request['branch'], 'request.branch'),
        ...(request['person'] !== undefined && { person: numberIn(request['person'], 'request.person') }),
      }
    default:
      return wrong('request.type', 'open-log, tell, what-if, what-if-again or what-changed')
  }
}

function sourceIn(value: unknown): Source {
  const source = mapIn(value, 'request.source')
  const { kind, file } = source
  if (kind === 'log') return { kind, file: fileIn(file) }
  if (kind !== 'run') return wrong('request.source.kind', 'run or log')
  return { kind, ...historyIn(source, 'request.source') }
}

function historyIn({ scenario, seed, forks }: Readonly<Record<string, unknown>>, where = 'request'): History {
  return {
    scenario: scenarioIn(scenario),
    seed: textIn(seed, `${where}.seed`),
    forks: forksIn(forks, `${where}.forks`),
  }
}

/** More would keep a worker busy for minutes. */
const LUCKS_MOST = 100

function lucksIn(value: unknown): readonly string[] {
  const lucks = listIn(value, 'request.lucks').map((luck) => textIn(luck, 'request.lucks'))
  return lucks.length <= LUCKS_MOST ? lucks : wrong('request.lucks', `at most ${LUCKS_MOST}`)
}

/** What is resolved already resolves to itself. */
function scenarioIn(value: unknown): Scenario {
  return resolveScenario(value, 'request.scenario', () => undefined)
}

/** Whether their edits fit the scenario is found when they are made. */
function forksIn(value: unknown, what = 'request.forks'): readonly Fork[] {
  return listIn(value, what).map((fork) => {
    const { at, edits } = mapIn(fork, what)
    return {
      at: numberIn(at, `${what}.at`),
      edits: listIn(edits, `${what}.edits`).map((edit) => {
        const { path, value } = mapIn(edit, `${what}.edits`)
        return { path: textIn(path, `${what}.edits.path`), value }
      }),
    }
  })
}

function mapIn(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(what, 'a map')
  return value as Readonly<Record<string, unknown>>
}

function listIn(value: unknown, what: string): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : wrong(what, 'a list')
}

function textIn(value: unknown, what: string): string {
  return typeof value === 'string' ? value : wrong(what, 'a text')
}

function numberIn(value: unknown, what: string): number {
  return typeof value === 'number' ? value : wrong(what, 'a number')
}

function fileIn(value: unknown): File {
  return value instanceof File ? value : wrong('request.file', 'a file')
}

function wrong(what: string, must: string): never {
  throw new TypeError(`${what} must be ${must}, got something else`)
}
