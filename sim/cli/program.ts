import { Command, InvalidArgumentError, Option } from 'commander'
import { ENGINE } from '../model/engine-version.ts'
import type { ClaimsCommandOptions } from './claims-command.ts'
import type { CompareCommandOptions } from './compare-command.ts'
import type { DiffCommandOptions } from './diff-command.ts'
import type { EnsembleCommandOptions } from './ensemble-command.ts'
import type { ForkCommandOptions } from './fork-command.ts'
import type { ReplayCommandOptions } from './replay-command.ts'
import type { RunCommandOptions } from './run-command.ts'
import type { ShrinkCommandOptions } from './shrink-command.ts'
import type { WhyCommandOptions } from './why-command.ts'

// Every command is loaded when it is called, so that `--help` and `--version` start fast.

/** The command line. `onDone` gets the exit code of the command that was called. */
export function createProgram(onDone: (exitCode: number) => void): Command {
  const program = new Command('qunxiang')
    .description('群像 Qunxiang: simulates chat-group communities, one event at a time')
    .version(ENGINE, '-V, --version', 'print the version')
    .showHelpAfterError('(--help shows what is possible)')
    .exitOverride()

  program
    .command('run')
    .description('run a scenario: summary and key moments')
    .argument('<SCENARIO>', 'a file, or the name of a shipped scenario')
    .option('--seed <text>', 'any text, the empty one too; the same seed gives the same history', '1')
    .option(
      '--days <number>',
      'days to run, 1 to 1500, instead of what the scenario says',
      wholeNumber(1, 1500),
    )
    .option('--log <file>', 'keep every event in FILE (.qlog, .jsonl or .jsonl.gz)')
    .option('--csv <file>', 'write the metrics of every day to FILE')
    .option('--json', 'print the summary as JSON, and nothing else')
    .addOption(localeOption())
    .action(async (scenario: string, options: RunCommandOptions) => {
      const { runCommand } = await import('./run-command.ts')
      onDone(await runCommand(scenario, options))
    })

  program
    .command('replay')
    .description('fold a log, and check that it holds')
    .argument('<LOG>', 'a log (.qlog, .jsonl or .jsonl.gz)')
    .option('--verify', 'run its scenario again as well, and compare day by day')
    .option(
      '--at <day>',
      'stop after so many whole days; without --verify the rest is not read',
      wholeNumber(0, 1500),
    )
    .option('--json', 'print the result as JSON, and nothing else')
    .addOption(localeOption())
    .action(async (log: string, options: ReplayCommandOptions) => {
      const { replayCommand } = await import('./replay-command.ts')
      onDone(await replayCommand(log, options))
    })

  program
    .command('diff')
    .description('what two logs of the same people share, and where they part')
    .argument('<LOG>', 'a log (.qlog, .jsonl or .jsonl.gz)')
    .argument('<OTHER>', 'another log')
    .option('--json', 'print the result as JSON, and nothing else')
    .addOption(localeOption())
    .action(async (a: string, b: string, options: DiffCommandOptions) => {
      const { diffCommand } = await import('./diff-command.ts')
      onDone(await diffCommand(a, b, options))
    })

  program
    .command('fork')
    .description('change something on a day: both branches, and what became of what')
    .argument('<SCENARIO>', 'a file, or the name of a shipped scenario')
    .requiredOption(
      '--at <day>',
      'the day on whose morning the change takes hold (0 is the first)',
      wholeNumber(0, 1499),
    )
    .requiredOption(
      '--set <path=value>',
      'a path of the resolved scenario and its new value, as YAML; repeatable',
      (edit: string, edits: readonly string[] = []) => [...edits, edit],
    )
    .option('--seed <text>', 'any text, the empty one too; the same seed gives the same history', '1')
    .option('--json', 'print the result as JSON, and nothing else')
    .addOption(localeOption())
    .action(async (scenario: string, options: ForkCommandOptions) => {
      const { forkCommand } = await import('./fork-command.ts')
      onDone(await forkCommand(scenario, options))
    })

  program
    .command('why')
    .description('the story of a member, her account, and the same history without the main cause')
    .argument('<LOG|SCENARIO>', 'a log, a scenario file, or the name of a shipped scenario')
    .argument('<MEMBER>', 'her number: 17 or #17')
    .option('--seed <text>', 'the seed of the run; a log has its own (default: 1)')
    .option('--json', 'print the result as JSON, and nothing else')
    .addOption(localeOption())
    .action(async (wanted: string, member: string, options: WhyCommandOptions) => {
      const { whyCommand } = await import('./why-command.ts')
      onDone(await whyCommand(wanted, member, options))
    })

  runsOptions(
    program
      .command('ensemble')
      .description('many runs of a scenario: bands, how long they live, how each ended')
      .argument('<SCENARIO>', 'a file, or the name of a shipped scenario'),
    100,
  ).action(async (scenario: string, options: EnsembleCommandOptions) => {
    const { ensembleCommand } = await import('./ensemble-command.ts')
    onDone(await ensembleCommand(scenario, options))
  })

  runsOptions(
    program
      .command('compare')
      .description('two scenarios, run by run with the same people: what lies between them')
      .argument('<A>', 'a file, or the name of a shipped scenario')
      .argument('<B>', 'another one, of as many days'),
    100,
  ).action(async (a: string, b: string, options: CompareCommandOptions) => {
    const { compareCommand } = await import('./compare-command.ts')
    onDone(await compareCommand(a, b, options))
  })

  runsOptions(
    program
      .command('claims')
      .description('the claims book: whether each claim holds, and whether it fails without its mechanism')
      .argument('[ID...]', 'claims to judge; all of them unless given'),
    100,
  )
    .option(
      '--contexts',
      'try the direction of each claim in ten other contexts as well, with a tenth of the runs',
    )
    .option('--markdown <file>', 'write the book as a table to FILE')
    .action(async (ids: string[], options: ClaimsCommandOptions) => {
      const { claimsCommand } = await import('./claims-command.ts')
      onDone(await claimsCommand(ids, options))
    })

  program
    .command('shrink')
    .description('the smallest scenario that still shows something: what it needs, and what it does not')
    .argument('<SCENARIO>', 'a file, or the name of a shipped scenario')
    .requiredOption(
      '--until <condition>',
      "METRIC OPERATOR NUMBER, several joined by `and`: 'deathDay < 90', 'ownerNet < 0 and members@30 >= 50'",
    )
    .option('--seed <text>', 'any text, the empty one too; the same seed gives the same history', '1')
    .option(
      '--seeds <number>',
      'seeds with which it must hold: SEED itself, or of several SEED/0, SEED/1, …',
      wholeNumber(1, 1000),
      1,
    )
    .option('--share <number>', 'share of these seeds that is enough, above 0 and at most 1', shareOfSome, 1)
    .option('--out <file>', 'write the scenario to FILE (.yaml) instead of printing it')
    .option('--json', 'print the result as JSON, and nothing else')
    .addOption(localeOption())
    .addHelpText('after', SHRINK_HELP)
    .action(async (scenario: string, options: ShrinkCommandOptions) => {
      const { shrinkCommand } = await import('./shrink-command.ts')
      onDone(await shrinkCommand(scenario, options))
    })

  program
    .command('check')
    .description('check scenarios without running them')
    .argument('<SCENARIO...>', 'files, or names of shipped scenarios')
    .addOption(localeOption())
    .action(async (scenarios: string[], options: Pick<RunCommandOptions, 'locale'>) => {
      const { checkCommand } = await import('./check-command.ts')
      onDone(checkCommand(scenarios, options))
    })

  program
    .command('scenarios')
    .description('list the shipped scenarios')
    .addOption(localeOption())
    .action(async (options: Pick<RunCommandOptions, 'locale'>) => {
      const { scenariosCommand } = await import('./scenarios-command.ts')
      onDone(scenariosCommand(options))
    })

  program
    .command('new')
    .description('write a scenario to start from, with every field explained')
    .argument('<FILE>', 'a new file (.yaml)')
    .action(async (file: string) => {
      const { newCommand } = await import('./new-command.ts')
      onDone(await newCommand(file))
    })

  program
    .command('view')
    .description('serve the replay page until Ctrl-C')
    .argument('[SCENARIO...]', 'what to show: scenarios, or one log')
    .option('--port <number>', 'port, or the next free one after it', wholeNumber(0, 65535), 4173)
    .action(async (wanted: string[], options: { readonly port: number }) => {
      const { viewCommand } = await import('./view-command.ts')
      onDone(await viewCommand(wanted, options))
    })

  // Each knows its version, as it knows its help.
  for (const command of program.commands) command.version(ENGINE, '-V, --version', 'print the version')
  return program
}

const SHRINK_HELP = `
METRIC is deathDay, silentDay, one of the metrics of \`run --json\` (after the last day; members@30: after 30 whole days),
or the share of a cause in all mutes or departures (mutes.hard-ads). OPERATOR is < <= > >= = or !=. A metric that cannot
be told (never dead, nobody there) fulfils no condition. A town that was used is not shrunk to one that nobody uses.

  qunxiang shrink ads-from-day-one --until 'deathDay < 90' --out smallest.yaml && qunxiang view smallest.yaml

Exit code 1: the scenario does not show it in the first place. Ctrl-C gives the smallest found so far.`

/** What all commands share that run many times. */
function runsOptions(command: Command, runs: number): Command {
  return command
    .option('--runs <number>', 'runs of each arm, 1 to 100000', wholeNumber(1, 100_000), runs)
    .option('--seed <text>', 'run k has the seed SEED/k, which `run --seed` accepts', '1')
    .option('--workers <number>', 'threads; changes how long it takes and nothing else', wholeNumber(1, 256))
    .option('--json', 'print the result as JSON, and nothing else')
    .addOption(localeOption())
}

function localeOption(): Option {
  return new Option('--locale <locale>', 'language of what is printed')
    .choices(['en', 'zh-Hans', 'zh-Hant'])
    .default('en')
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = /^[0-9]+$/.test(text) ? Number(text) : NaN
    if (number >= min && number <= max) return number
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`)
  }
}

function shareOfSome(text: string): number {
  const number = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN
  if (number > 0 && number <= 1) return number
  throw new InvalidArgumentError('It must be a number above 0 and at most 1.')
}
