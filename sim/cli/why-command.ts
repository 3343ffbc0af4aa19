import { simulateDay } from '../engine/day.ts'
import { createReplay } from '../engine/replay.ts'
import { createSimulation } from '../engine/simulation.ts'
import type { Fork } from '../engine/stages.ts'
import { forget } from '../events/rows.ts'
import { ENGINE } from '../model/engine-version.ts'
import type { Locale } from '../model/local-text.ts'
import { MARK, MARKS, type World } from '../model/world.ts'
import { createAccountant, type Account, type Accountant } from '../projections/account.ts'
import { accountReport } from '../projections/account-report.ts'
import { mainCause, withoutCause } from '../projections/counterfactual.ts'
import { isSound } from '../projections/replay.ts'
import { whyText } from '../report/why-text.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { EXIT, InputError } from './exit.ts'
import { breathe } from './interrupt.ts'
import { logFormOf, readLog } from './log-file.ts'
import { note, noteNotSimulated, print, printJson } from './output.ts'
import { createProgress } from './progress.ts'
import { readGiven } from './scenario-files.ts'

export interface WhyCommandOptions {
  readonly seed?: string
  readonly json?: boolean
  readonly locale: Locale
}

/** A member's account, and the history that it is of. */
interface Told {
  readonly account: Account
  readonly scenario: Scenario
  readonly seed: string
  readonly forks: readonly Fork[]
  /** Whether this engine wrote it, so that the same history can be run again. */
  readonly isOurs: boolean
}

/** `qunxiang why LOG|SCENARIO MEMBER`: why she left, muted, fell asleep or is still there. */
export async function whyCommand(
  wanted: string,
  member: string,
  options: WhyCommandOptions,
): Promise<number> {
  const person = readMember(member)
  const told =
    logFormOf(wanted) === null
      ? await fromRun(wanted, person, options)
      : await fromLog(wanted, person, options)
  const { account, scenario, seed, forks, isOurs } = told
  const cause = mainCause(account.shares)
  const without = cause === null || !isOurs ? null : withoutCause(scenario, seed, person, cause, { forks })
  if (!isOurs) note('note: another engine wrote this log, so the history without the main cause is left out')
  const report = accountReport(account, without)
  if (options.json === true) printJson(report)
  else print(whyText(account, without, options.locale))
  return EXIT.done
}

function readMember(text: string): number {
  const person = /^#?[0-9]{1,9}$/.test(text) ? Number(text.replace('#', '')) : NaN
  if (Number.isNaN(person))
    throw new InputError(
      `MEMBER must be the number of a member, such as 17 or #17, got ${JSON.stringify(text)}`,
    )
  return person
}

async function fromRun(wanted: string, person: number, { seed = '1' }: WhyCommandOptions): Promise<Told> {
  const given = readGiven(wanted)
  noteNotSimulated(given)
  const { scenario } = given
  const accountant = createAccountant(person)
  const simulation = createSimulation(scenario, seed.normalize('NFC'))
  const { world, rows } = simulation
  const progress = createProgress()
  try {
    while (world.day < scenario.days) {
      simulateDay(simulation)
      accountant.observe(world, rows, 0, rows.count)
      forget(rows)
      progress.show(world.day / scenario.days, `day ${world.day} of ${scenario.days}`)
      await breathe()
    }
  } finally {
    progress.clear()
  }
  return { account: accountFrom(accountant, world, person), scenario, seed, forks: [], isOurs: true }
}

async function fromLog(path: string, person: number, options: WhyCommandOptions): Promise<Told> {
  if (options.seed !== undefined)
    throw new InputError('--seed must be left out with a log, which has its own')
  const accountant = createAccountant(person)

  const replay = createReplay({
    file: path,
    onHeader: () => [accountant.observe],
  })
  await readLog(path, replay, createProgress())
  const { world, header, verified } = replay.end()
  if (!isSound(verified))
    throw new InputError(`${path} must hold to be explained, got one that does not (qunxiang replay ${path})`)
  const { scenario, seed, forks = [], engine } = header
  return { account: accountFrom(accountant, world, person), scenario, seed, forks, isOurs: engine === ENGINE }
}

function accountFrom(accountant: Accountant, world: World, person: number): Account {
  const account = accountant.finish(world)
  if (account !== null) return account
  const near = membersNear(world, person)
  const hint = near.length === 0 ? 'nobody has joined' : `members near it are ${near.join(', ')}`
  throw new InputError(`MEMBER must be a member of this run, got #${person}: ${hint}`)
}

/** Up to five members with the nearest numbers. */
function membersNear({ marks, seats }: World, person: number): string[] {
  return Array.from({ length: seats }, (_, seat) => marks[seat * MARKS + MARK.person] as number)
    .sort((a, b) => Math.abs(a - person) - Math.abs(b - person))
    .slice(0, 5)
    .sort((a, b) => a - b)
    .map((number) => `#${number}`)
}
