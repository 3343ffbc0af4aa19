import type { Random } from './random.ts'

/** Numbers that something may trip over, as they are written. */
export const NUMBER_TEXTS = [
  ...['0', '-0', '-1', '1', '2', '0.5', '-0.0000001', '1e308', '-1e308', '1e309', '1e-320', '5e-324', '.inf'],
  ...['-.inf', '.nan', 'NaN', 'Infinity', '9007199254740992', '9007199254740993', '4294967296', '2147483648'],
  ...['-2147483649', '65536', '256', '1e21', '0x10', '0o17', '1_000', '٣', '1.5', '00', '+1', '1e', '', '~'],
] as const

/** Values that something may trip over, as they stand in memory. */
const STRANGE: readonly unknown[] = [
  ...[0, -0, -1, 1, 2, 0.5, 1.5, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 53 + 2, 2 ** 32, 2 ** 31, 65_536],
  ...[NaN, Infinity, -Infinity, null, true, false, '', ' ', '1', '__proto__', 'constructor', 'toString'],
  ...['\uD800', '\u0000', '\uFEFF', '社群', 'é', 'e\u0301', '\u202E', 'x'.repeat(70), 'x'.repeat(5000)],
]

/** Any value that a text in JSON or a message can hold, shallow ones mostly. */
export function strangeValue(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 2 ? 8 : 12)
  if (kind < 8) return random.pick(STRANGE)
  if (kind === 8) return deep(random.pick([3, 45, 3000]), random.oneIn(2))
  const size = random.pick([0, 1, 2, 3, 5])
  const items = Array.from({ length: size }, () => strangeValue(random, depth + 1))
  if (kind === 9) return items
  return Object.fromEntries(items.map((item) => [random.pick(KEYS), item]))
}

export const KEYS = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', '', '0', '-1', 'then'],
  ...['from', 'perDay', 'kind', 'days', 'seed', 'value', 'x', 'toJSON', 'valueOf', '\uD800', 'a.b', 'a[0]'],
]

function deep(levels: number, isList: boolean): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = isList ? [value] : { a: value }
  return value
}

/** The same with one place somewhere in it changed: another value, one less, one more, two swapped. */
export function mutatedValue(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.oneIn(12)) return mutatedLeaf(value, random)
  if (Array.isArray(value)) return mutatedItems(value as readonly unknown[], random)
  const entries = Object.entries(value)
  const [key, below] = entries[random.below(Math.max(1, entries.length))] ?? ['x', 1]
  switch (random.below(12)) {
    case 0:
      return Object.fromEntries(entries.filter(([name]) => name !== key))
    case 1:
      return Object.fromEntries([...entries, [random.pick(KEYS), strangeValue(random)]])
    case 2:
      return Object.fromEntries([...entries].reverse())
    default:
      return Object.fromEntries(
        entries.map(([name, kept]) => [name, name === key ? mutatedValue(below, random) : kept]),
      )
  }
}

function mutatedItems(items: readonly unknown[], random: Random): unknown {
  const at = random.below(Math.max(1, items.length))
  switch (random.below(8)) {
    case 0:
      return items.filter((_, n) => n !== at)
    case 1:
      return [...items.slice(0, at), strangeValue(random), ...items.slice(at)]
    case 2:
      return [...items, ...items]
    case 3:
      return [...items].reverse()
    default:
      return items.map((item, n) => (n === at ? mutatedValue(item, random) : item))
  }
}

function mutatedLeaf(value: unknown, random: Random): unknown {
  if (typeof value === 'number' && random.oneIn(2))
    return random.pick([value + 1, value - 1, -value, value * 1000, value / 3, value + 0.5])
  if (typeof value === 'string' && random.oneIn(2)) return mutatedText(value, random)
  return strangeValue(random)
}

/** Texts that mean something to YAML, JSON or a terminal. */
const SPECIALS = [
  ...[
    '&a ',
    '*a',
    '<<: *a',
    '!!str ',
    '!!binary ',
    '!!set ',
    '!foo ',
    '!<tag:yaml.org,2002:int> ',
    '%YAML 1.1\n',
  ],
  ...['%TAG ! tag:x,2000:\n', '---\n', '...\n', '- ', '? ', ': ', '# ', '|\n', '>+\n', '|9\n', "'", '"', '`'],
  ...['@', '{', '}', '[', ']', ',', '\t', '\r\n', '\r', '\uFEFF', '\u2028', '\u0085', '\u0000', '\u001B[31m'],
  ...[
    '\uD800',
    '\uDFFF',
    '😀',
    '__proto__: 1\n',
    'constructor: {}\n',
    '"__proto__": {"x": 1},',
    '\\u0000',
    '\\',
  ],
  ...['null', '~', 'true', '=', '2020-01-01', '[[[[', '{a: {b: {c: ', '\n\n', '-', '--', '--json', '='],
]

/** The same text, broken in one place or several. */
export function mutatedText(text: string, random: Random): string {
  let mutated = text
  for (let times = random.pick([1, 1, 1, 2, 3, 8]); times > 0; times--) mutated = mutatedOnce(mutated, random)
  return mutated
}

function mutatedOnce(text: string, random: Random): string {
  const at = random.below(text.length + 1)
  const to = Math.min(text.length, at + random.pick([1, 1, 2, 5, 40, 1000]))
  switch (random.below(14)) {
    case 0:
      return text.slice(0, at) + text.slice(to)
    case 1:
      return text.slice(0, to) + text.slice(at)
    case 2:
      return text.slice(0, at)
    case 3:
      return (
        text.slice(0, at) +
        String.fromCharCode(random.below(random.pick([128, 256, 65_536]))) +
        text.slice(to)
      )
    case 4:
    case 5:
      return text.slice(0, at) + random.pick(SPECIALS) + text.slice(at)
    case 6:
    case 7:
    case 8:
      return withNumber(text, random)
    default:
      return withLines(text, random)
  }
}

/** Another number in the place of one. */
function withNumber(text: string, random: Random): string {
  const found = [...text.matchAll(/-?\d+(?:\.\d+)?/g)]
  if (found.length === 0) return text + random.pick(NUMBER_TEXTS)
  const { 0: number, index } = random.pick(found)
  return text.slice(0, index) + random.pick(NUMBER_TEXTS) + text.slice(index + number.length)
}

/** Lines dropped, doubled, swapped, pushed to the right, or given another value. */
function withLines(text: string, random: Random): string {
  const lines = text.split('\n')
  const [at, other] = [random.below(lines.length), random.below(lines.length)]
  const [line, swapped] = [lines[at] as string, lines[other] as string]
  switch (random.below(6)) {
    case 0:
      lines.splice(at, 1)
      break
    case 1:
      lines.splice(other, 0, line)
      break
    case 2:
      lines[at] = swapped
      lines[other] = line
      break
    case 3:
      lines[at] = `${random.pick([' ', '  ', '\t', '    '])}${line}`
      break
    case 4:
      lines[at] = line.replace(/:.*/, `: ${random.pick(SPECIALS)}${random.pick(NUMBER_TEXTS)}`)
      break
    default:
      lines[at] = line.replace(/^(\s*)[^:]*/, `$1${random.pick(KEYS)}`)
  }
  return lines.join('\n')
}

/** The same bytes, broken in one place or several. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated: Buffer = Buffer.from(bytes)
  for (let times = random.pick([1, 1, 1, 2, 4, 20]); times > 0; times--) mutated = brokenOnce(mutated, random)
  return mutated
}

function brokenOnce(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1)
  const to = Math.min(bytes.length, at + random.pick([1, 1, 2, 4, 16, 300]))
  switch (random.below(8)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)])
    case 1:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)])
    case 2:
      return bytes.subarray(0, at)
    case 3:
      return Buffer.concat([bytes.subarray(0, at), randomBytes(random), bytes.subarray(at)])
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to), bytes.subarray(at, to)])
    default: {
      const flipped = Buffer.from(bytes)
      if (at < flipped.length)
        flipped[at] = random.oneIn(3)
          ? random.pick([0, 1, 127, 128, 255])
          : (flipped[at] as number) ^ (1 << random.below(8))
      return flipped
    }
  }
}

export function randomBytes(random: Random): Buffer {
  return Buffer.from(Array.from({ length: random.pick([0, 1, 4, 16, 64, 500]) }, () => random.below(256)))
}
