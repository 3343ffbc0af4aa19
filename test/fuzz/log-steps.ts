import { deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib'
import { scenarioHash, type LogHeader } from '../../sim/engine/header.ts'
import { KIND_NAMES } from '../../sim/events/kinds.ts'
import { createBlockSplitter, framed, qlogStart } from '../../sim/events/qlog-blocks.ts'
import { bothForms, type BothForms, type MadeFact, type MadeLog } from '../events/log-made.ts'
import type { BaseLog } from './log-bases.ts'
import { mutatedBytes, mutatedText, mutatedValue, randomBytes } from './mutate.ts'
import { createRandom, type Random } from './random.ts'

/** Where in the making of a log something is broken: before or after its chain, its checksums, its packing. */
export type Stage = 'facts' | 'header' | 'text' | 'blocks' | 'bytes'

/** One thing that is done to a log; the key says what. */
export interface Step {
  readonly stage: Stage
  readonly key: string
}

export type LogForm = 'jsonl' | 'jsonl.gz' | 'qlog'

/** The file that comes out when all steps were taken, each in its stage. */
export function brokenLog(base: BaseLog, form: LogForm, steps: readonly Step[]): Buffer {
  const of = (...stages: readonly Stage[]): readonly Step[] =>
    steps.filter(({ stage }) => stages.includes(stage))
  const forms = of('facts', 'header').length === 0 ? base.forms : formsOf(base, steps)
  let bytes: Buffer
  if (form === 'qlog') {
    bytes = Buffer.from(forms.bytes)
    for (const { key } of of('blocks')) bytes = withBlocks(bytes, createRandom(key))
  } else {
    let { text } = forms
    for (const { key } of of('text')) text = withText(text, createRandom(key))
    bytes = Buffer.from(text)
    if (form === 'jsonl.gz') bytes = gzipSync(bytes, { level: 1 })
  }
  for (const { key } of of('bytes')) bytes = Buffer.from(mutatedBytes(bytes, createRandom(key)))
  return bytes
}

function formsOf(base: BaseLog, steps: readonly Step[]): BothForms {
  try {
    return bothForms(madeOf(base.log, steps))
  } catch {
    return base.forms // codes that are no numbers cannot even be written
  }
}

/** A log with other facts or another header; written down, its chain will hold. */
function madeOf(base: MadeLog, steps: readonly Step[]): MadeLog {
  const log = structuredClone(base) as MadeLog
  for (const { stage, key } of steps) {
    if (stage === 'facts') changeFacts(log, createRandom(key))
    if (stage === 'header') log.header = withHeader(log.header, createRandom(key))
  }
  return log
}

function changeFacts(log: MadeLog, random: Random): void {
  const all = log.days.flat()
  const facts = log.days[random.below(log.days.length)] ?? []
  const at = random.below(Math.max(1, facts.length))
  const fact = facts[at]
  if (fact === undefined) return
  switch (random.below(14)) {
    case 0:
      facts.splice(at, 1)
      return
    case 1:
      facts.splice(random.below(facts.length), 0, { ...fact })
      return
    case 2:
      facts.splice(at, 1)
      facts.splice(random.below(facts.length), 0, fact)
      return
    case 3:
      log.days.splice(random.below(log.days.length), 1)
      return
    case 4:
      log.days.push([...facts])
      return
    case 5:
      facts.splice(at, 0, { ...random.pick(all), cause: random.pick([null, ...all]) })
      return
    default:
      changeFact(fact, random, all)
  }
}

function changeFact(fact: MadeFact, random: Random, all: readonly MadeFact[]): void {
  switch (random.below(6)) {
    case 0:
      fact.kind = random.pick(KIND_NAMES)
      return
    case 1:
      fact.group = random.pick([0, 1, 2, 255, 65_535])
      return
    case 2:
      fact.actor = random.pick([-1, 0, 1, 99, 100, 2_147_483_647, random.pick(all).actor])
      return
    case 3:
      fact.object = random.pick([-2, -1, 0, 1, 2, 3, 5, 8, 99, 2_147_483_647, random.pick(all).object])
      return
    case 4:
      fact.value = random.pick([
        0, 1, -1, 0.5, 1e-45, 3.4028234e38, -3.4028234e38, 1e7, 1e12, -1e9, 16_777_217,
      ])
      return
    default:
      fact.cause = random.pick([null, ...all])
  }
}

/** A header with something in it changed; often as if another engine had written it, so that more is believed. */
function withHeader(header: LogHeader, random: Random): LogHeader {
  const kinds = header.kinds
  let changed: Record<string, unknown> = { ...header }
  if (random.oneIn(2)) changed['engine'] = '0.0.1'
  const key = random.pick([
    'scenario',
    'scenario',
    'parameters',
    'parameters',
    'kinds',
    'seed',
    'forks',
    'engine',
  ])
  if (key === 'forks') {
    const at = random.pick([-1, 0, 1, 2, 1.5, 1e308, 2 ** 53])
    const path = random.pick([
      'plan[0].answers',
      'plan',
      'offer',
      'market.people',
      'model.leaveBase',
      'x',
      '',
    ])
    changed['forks'] ??= [{ at, edits: [{ path, value: mutatedValue(1, random) }] }]
  }
  if (random.oneIn(20)) changed = { ...changed, [random.pick(['x', '__proto__x', 'forks'])]: 1 }
  else changed[key] = mutatedValue(changed[key], random)
  if (typeof changed['kinds'] !== 'object' || changed['kinds'] === null) changed['kinds'] = kinds
  const scenario = changed['scenario'] as LogHeader['scenario']
  if (typeof scenario === 'object' && random.oneIn(10) === false)
    changed['scenarioHash'] = scenarioHash(scenario)
  return changed as unknown as LogHeader
}

/** A log in lines with something changed, in no way that its chain would follow. */
function withText(text: string, random: Random): string {
  if (random.oneIn(3)) return mutatedText(text, random)
  const lines = text.split('\n')
  const at = random.oneIn(4) ? 0 : random.below(lines.length)
  const [line, other] = [lines[at] as string, lines[random.below(lines.length)] as string]
  switch (random.below(8)) {
    case 0:
      lines.splice(at, 1)
      break
    case 1:
      lines.splice(at, 0, other)
      break
    case 2:
      lines[at] =
        `${random.pick(['{"seq":', '[', '{"end":', '{"chain":', ''])}${'['.repeat(random.pick([2, 50, 20_000]))}`
      break
    case 3: {
      const levels = random.pick([2, 50, 20_000])
      const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`
      lines[at] = line.replace(/:[^:,{}]+([,}])/, `:${deep}$1`)
      break
    }
    case 4:
      lines[at] = line + ' '.repeat(random.pick([1, 100, 100_000]))
      break
    default:
      lines[at] = line === '' ? mutatedText(line, random) : mutatedJson(line, random)
  }
  return lines.join('\n')
}

function mutatedJson(line: string, random: Random): string {
  try {
    return JSON.stringify(mutatedValue(JSON.parse(line), random)) ?? ''
  } catch {
    return mutatedText(line, random)
  }
}

/** Bytes that fill a whole block, packed: a thousand times smaller. One says that it is a header, one that it is days. */
const BOMB = 1 << 26
const bombs = ((made: Map<number, Buffer>) => (type: number) => {
  const raw = Buffer.alloc(BOMB, type)
  // Day 0, seq 0, one link of nine million facts; then the facts.
  const facts = [0x80, 0xc4, 0xfb, 0x03]
  if (type === 2) raw.fill(0).set([2, 0, 0, 1, ...facts, ...Array.from({ length: 24 }, () => 0), ...facts])
  const packed = made.get(type) ?? deflateRawSync(raw, { level: 1 })
  made.set(type, packed)
  return packed
})(new Map())

/** A native log with its blocks changed and their checksums made right again, mostly. */
function withBlocks(file: Buffer, random: Random): Buffer {
  const blocks = blocksOf(file)
  const at = random.below(Math.max(1, blocks.length))
  const block = blocks[at]
  if (block === undefined) return file
  let size: number | null = null
  switch (random.below(12)) {
    case 0:
      blocks.splice(at, 1)
      break
    case 1:
      blocks.splice(at, 0, block)
      break
    case 2:
      blocks.reverse()
      break
    case 3:
      size = random.pick([0, 1, block.length - 1, block.length + 1, 1 << 26, (1 << 26) + 1, 4_294_967_295])
      break
    case 4:
      blocks[at] = randomBytes(random)
      break
    default:
      blocks[at] = Buffer.from(mutatedBytes(block, random))
  }
  const bomb = random.oneIn(400) ? bombs(random.pick([1, 2])) : null
  return Buffer.concat([
    qlogStart(),
    ...blocks.map((raw, number) =>
      framed({
        number: random.oneIn(50) ? number + 1 : number,
        packed: bomb !== null && number === at ? bomb : deflateRawSync(raw, { level: 1 }),
        size: number === at ? (size ?? (bomb !== null ? BOMB : raw.length)) : raw.length,
      }),
    ),
  ])
}

/** The blocks of a native log, unpacked; those before the first that is broken. */
function blocksOf(file: Buffer): Buffer[] {
  const blocks: Buffer[] = []
  try {
    for (const { packed, size } of createBlockSplitter('x').push(file))
      blocks.push(inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }))
  } catch {
    // What came before it was read.
  }
  return blocks
}
