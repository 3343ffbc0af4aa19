import { INPUTS, OUTPUTS } from './command-files.ts'
import { KEYS, mutatedText, NUMBER_TEXTS } from './mutate.ts'
import type { Random } from './random.ts'

const { scenarios, logs } = INPUTS
const NUMBERS = NUMBER_TEXTS.filter((text) => !/^[1-9][0-9]{2,}$/.test(text))
const EDIT_PATHS = [
  ...[
    'plan[0].answers',
    'plan[1].ads.perDay',
    'founders',
    'offer[0].price',
    'model.leaveBase',
    'community',
    '',
  ],
  ...[
    'plan[9]',
    'plan',
    'market.people',
    'shocks[0]',
    'community.positioning.focus.skin',
    'offer',
    'name.en',
  ],
  ...[
    'plan[0].answers[0]',
    'plan[999999].x',
    'arrivals[0].to',
    '__proto__',
    'plan[0].content.topic',
    'owner.x',
  ],
]
const EDIT_VALUES = [
  ...NUMBERS,
  ...[
    'null',
    '[]',
    '{}',
    '[',
    '{a: [}',
    '*a',
    '&a [*a]',
    '!!binary x',
    '!foo 1',
    '"',
    '? x',
    '- - -',
    '%',
    '@',
  ],
  ...[
    '{ __proto__: 1 }',
    'x: y: z',
    '[[[[[[[[[[[[[[[[',
    '\t',
    '---\n1\n---\n2',
    '<<: 1',
    '2020-01-01',
    '#',
    '==',
  ],
]

/** A command as it may be typed: mostly right, or wrong in one place. */
export function argumentsOf(random: Random): string[] {
  const command = random.pick(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])
  const args = [command, ...COMMANDS[command](random), ...shared(random)]
  return random.oneIn(3) ? broken(args, random) : args
}

const COMMANDS = {
  run: (random: Random) => [
    ...scenario(random),
    ...maybe(random, ['--days', number(random)]),
    ...maybe(random, ['--log', output(random)]),
    ...maybe(random, ['--csv', output(random)]),
    ...maybe(random, ['--seed', seed(random)]),
  ],
  replay: (random: Random) => [
    random.pick(logs),
    ...maybe(random, ['--verify']),
    ...maybe(random, ['--at', number(random)]),
  ],
  diff: (random: Random) => [random.pick(logs), random.pick(logs)],
  fork: (random: Random) => [
    ...scenario(random),
    ...['--at', number(random)],
    ...edit(random),
    ...maybe(random, edit(random)),
    ...maybe(random, ['--seed', seed(random)]),
  ],
  why: (random: Random) => [
    random.pick(random.oneIn(2) ? logs : scenarios.filter(isShort)),
    random.oneIn(4)
      ? random.pick(['#', '##1', '999999999', '9999999999', ...NUMBERS])
      : `#${random.below(100)}`,
    ...maybe(random, ['--seed', seed(random)]),
  ],
  ensemble: (random: Random) => ['--runs', '1', '--workers', '1', oftenNobody(random), ...runs(random)],
  compare: (random: Random) => [
    ...[
      '--runs',
      '1',
      '--workers',
      '1',
      oftenNobody(random),
      random.pick(['tiny.yaml', 'other.yaml', 'bad.yaml']),
    ],
    ...runs(random),
  ],
  // The book takes minutes, so there is always one that it does not have.
  claims: (random: Random) => [
    ...['Z99', random.pick(['A02', 'a02', '', 'A', 'B99', ...KEYS])],
    ...runs(random),
    ...maybe(random, ['--markdown', output(random)]),
  ],
  check: (random: Random) => Array.from({ length: random.pick([1, 1, 2, 4]) }, () => random.pick(scenarios)),
  scenarios: () => [],
  new: (random: Random) => [output(random)],
  // It would serve until somebody stops it, so it is always asked for something that is not there.
  view: (random: Random) => [
    random.pick([...logs, ...scenarios]),
    ...maybe(random, ['--port', random.pick(NUMBERS)]),
    'nobody',
  ],
  '': () => [],
  help: (random: Random) => [random.pick(['run', 'nobody', '', ...KEYS])],
} satisfies Readonly<Record<string, (random: Random) => string[]>>

/** A shipped scenario is big, and asked for one day alone. */
function scenario(random: Random): string[] {
  return [random.pick(random.oneIn(3) ? scenarios.filter(isShort) : ['tiny.yaml', 'tiny.yaml', 'other.yaml'])]
}

function isShort(name: string): boolean {
  return name !== 'pain-point-first' && name !== 'long.yaml'
}

function oftenNobody(random: Random): string {
  return random.oneIn(60)
    ? 'tiny.yaml'
    : random.pick(['nobody', 'bad.yaml', 'folder', 'empty.yaml', 'round.yaml'])
}

function runs(random: Random): string[] {
  return [
    ...maybe(random, ['--runs', random.pick(['1', '2', '0', '-1', 'x', '', '1e3', '999999999999'])]),
    ...maybe(random, ['--workers', random.pick(['1', '2', '0', '257', 'x', ''])]),
    ...maybe(random, ['--seed', seed(random)]),
  ]
}

function output(random: Random): string {
  return random.oneIn(2) ? random.pick(OUTPUTS) : random.pick(OUTPUTS.slice(0, 6))
}

function number(random: Random): string {
  return random.oneIn(3) ? random.pick(NUMBERS) : String(random.below(4))
}

function seed(random: Random): string {
  return random.pick(['', '1', 'e\u0301', '社群', '\uD800', '-', '--json', '=', 'x'.repeat(10_000), ...KEYS])
}

function edit(random: Random): string[] {
  const path = random.oneIn(2) ? random.pick(EDIT_PATHS) : random.pick(EDIT_PATHS.slice(0, 4))
  const text = `${path}${random.oneIn(20) ? '' : '='}${random.oneIn(2) ? random.pick(EDIT_VALUES) : '0.5'}`
  return ['--set', random.oneIn(6) ? mutatedText(text, random) : text]
}

function shared(random: Random): string[] {
  return [
    ...maybe(random, ['--json']),
    ...maybe(random, ['--locale', random.pick(['en', 'zh-Hans', 'zh-Hant', 'en', 'zh-Hans', 'zh', ''])]),
    ...(random.oneIn(30)
      ? [random.pick(['--help', '--version', '-V', '-h', '--', '-', '--unknown', '--seed'])]
      : []),
  ]
}

function maybe(random: Random, args: string[]): string[] {
  return random.oneIn(2) ? args : []
}

/** One taken out, put in twice, swapped, joined with its value, or misspelt. */
function broken(args: readonly string[], random: Random): string[] {
  const at = random.below(args.length)
  const [before, after] = [args.slice(0, at), args.slice(at + 1)]
  const arg = args[at] as string
  switch (random.below(7)) {
    case 0:
      return [...before, ...after]
    case 1:
      return [...before, arg, arg, ...after]
    case 2:
      return [...before, ...after, arg]
    case 3:
      return [...before, `${arg}=${after[0] ?? ''}`, ...after.slice(1)]
    case 4:
      return [...before, random.pick([...KEYS, ...NUMBERS, '--', '-x', '-'])]
    case 5:
      return [...before, ...after.slice(1)]
    default:
      return [...before, mutatedText(arg, random), ...after]
  }
}

/** Whether arguments stay in their folder, can be those of a process (no NUL), and come to an end soon. */
export function areHarmless(args: readonly string[]): boolean {
  const known: readonly string[] = [...OUTPUTS, ...scenarios, ...logs]
  const isHarmless = (arg: string): boolean => {
    const value = arg.replace(/^--[a-z]+=/, '')
    return (
      known.includes(value) || (!arg.includes('\0') && (!value.includes('/') || arg.startsWith('--set=')))
    )
  }
  if (!args.every(isHarmless)) return false
  const needs = (word: string): boolean =>
    args.some((arg, at) => arg === word && !/^--[^j]/.test(args[at - 1] ?? ''))
  if (args.includes('claims') && !needs('Z99')) return false
  if (args.includes('view') && !needs('nobody')) return false
  if (!args.includes('ensemble') && !args.includes('compare')) return true
  const isFew = (text: string | undefined): boolean => text !== undefined && !/[0-9]{2}|٣/.test(text)
  const runs = args.filter((arg) => arg.startsWith('--runs'))
  return (
    runs.length > 0 &&
    args.every((arg, at) =>
      arg === '--runs' ? isFew(args[at + 1]) : isFew(arg) || !arg.startsWith('--runs'),
    )
  )
}
