import seedrandom from 'seedrandom'
import { threefry, threefry13 } from './threefry.ts'

/**
 * What a draw is for. Each purpose has a key of its own, so that a draw never depends on how many others
 * were made. Numbers are part of every history: never reuse or change one.
 */
export const PURPOSE = {
  town: 1,
  mainPain: 2,
  traits: 3,
  pains: 4,
  slotFit: 5,
  slotPerson: 6,
  effort: 7,
  topic: 8,
  daily: 9,
  posting: 10,
  arrivalTime: 11,
  onTopic: 12,
  answer: 13,
  answerer: 14,
  inMarket: 15,
  buying: 16,
  experience: 17,
  telling: 18,
  illness: 21,
  holiday: 22,
  quarrel: 23,
  purposeEnds: 24,
  firstGroup: 25,
  sending: 26,
  claiming: 27,
  share: 28,
  passingOn: 29,
  meeting: 30,
  inviting: 31,
  accepting: 32,
  contacts: 33,
  intruders: 34,
  migration: 35,
  exposure: 36,
  roles: 37,
  figures: 38,
  memberAds: 39,
  moderating: 40,
  favours: 41,
  cues: 42,
  checkIns: 43,
  fees: 44,
  hearing: 45,
} as const
const PURPOSES = 46

/**
 * What is settled before anything happens, and stays under any luck: what kind of town it is, who its people are, whom
 * they know, who stands in which arrival slot, and who would pay to come in.
 */
export const SETTLED: readonly number[] = [
  ...[PURPOSE.town, PURPOSE.mainPain, PURPOSE.traits, PURPOSE.pains],
  ...[PURPOSE.slotFit, PURPOSE.slotPerson, PURPOSE.contacts, PURPOSE.fees],
]

/** Luck: the same people in the same town, and other throws from day to day. */
export interface Luck {
  /** Any text; without it, the luck is that of the seed. */
  readonly luck?: string | undefined
}

/** Keyed dice: the same question always gets the same answer. */
export interface Dice {
  /** Two key words a purpose. */
  readonly keys: Int32Array
}

/** The two key words of a purpose. */
export function keyOf({ keys }: Dice, purpose: number): readonly [number, number] {
  return [keys[purpose * 2] as number, keys[purpose * 2 + 1] as number]
}

/**
 * The dice of a seed. The canonical seed (see canonicalSeed) goes through seedrandom once, for the master key. With a
 * luck, everything that is not settled beforehand has a master key of its own, of seed and luck: both terminators stand
 * in it, so that it is the key of no seed.
 */
export function createDice(seed: string, { luck }: Luck = {}): Dice {
  const settled = masterKey(canonicalSeed(seed))
  const lucky = luck === undefined ? settled : masterKey(canonicalSeed(seed) + canonicalSeed(luck))
  const keys = new Int32Array(PURPOSES * 2)
  for (let purpose = 0; purpose < PURPOSES; purpose++) {
    const [first, second] = threefry(20, SETTLED.includes(purpose) ? settled : lucky, [purpose, 0])
    keys[purpose * 2] = first
    keys[purpose * 2 + 1] = second
  }
  return { keys }
}

function masterKey(canonical: string): readonly [number, number] {
  const generator = seedrandom(canonical)
  return [generator.int32(), generator.int32()]
}

/**
 * A draw in [0, 1) for a purpose, a person (or slot, or group), a day and, where one purpose needs several a
 * day, an index from 0 to 255.
 */
export function uniform(dice: Dice, purpose: number, person: number, day: number, index = 0): number {
  const { keys } = dice
  const at = purpose * 2
  return (
    (threefry13(keys[at] as number, keys[at + 1] as number, person, day * 256 + index) >>> 0) / 4294967296
  )
}

/**
 * The one spelling of a seed: NFC, UTF-8, lower-case hexadecimal, then a terminator. seedrandom uses only the
 * low eight bits of each character and repeats short seeds ('11' would equal '1111'), hence both.
 */
export function canonicalSeed(seed: string): string {
  return `${utf8(seed.normalize('NFC'))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}.`
}

function utf8(text: string): number[] {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) as number
    // Half a surrogate pair has no UTF-8 form; as everywhere, it becomes U+FFFD.
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      )
  }
  return bytes
}
