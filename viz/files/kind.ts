/** What a file is: a scenario, a log in one of its two forms, or nothing that can be opened here. */
export type FileKind = 'scenario' | 'qlog' | 'jsonl' | 'jsonl.gz' | 'unknown'

/** Bytes of a file that are enough to tell. */
export const HEAD = 2048

const BY_NAME: readonly (readonly [RegExp, FileKind])[] = [
  [/\.qlog$/i, 'qlog'],
  [/\.jsonl$/i, 'jsonl'],
  [/\.jsonl\.gz$/i, 'jsonl.gz'],
  [/\.(yaml|yml)$/i, 'scenario'],
]

/** Tells by the name, and by how it begins where a messenger has changed the name (`run.qlog.1`, `mine.yaml.txt`). */
export function kindOf(name: string, head: Uint8Array): FileKind {
  const named = BY_NAME.find(([pattern]) => pattern.test(name))
  const kind = named?.[1] ?? kindOfContent(head)
  return kind === 'unknown' && /\.json$/i.test(name) ? 'scenario' : kind
}

/** The name with which the reader of logs knows what to do. */
export function nameFor(kind: Exclude<FileKind, 'scenario' | 'unknown'>, name: string): string {
  return name.toLowerCase().endsWith(`.${kind}`) ? name : `${name}.${kind}`
}

/** What the library calls a scenario: its file without the ending, and without what messengers add. */
export function scenarioNameOf(file: string): string {
  const bare = file
    .normalize('NFC')
    .replace(/\.(txt|1)$/i, '')
    .replace(/\.(ya?ml|json)$/i, '')
    .trim()
  return bare === '' ? 'scenario' : bare
}

function kindOfContent(head: Uint8Array): FileKind {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'jsonl.gz'
  const text = new TextDecoder().decode(head)
  if (text.startsWith(QLOG_MAGIC)) return 'qlog'
  if (/^\s*\{[^\n]*"format"\s*:\s*"qunxiang-log\//.test(text)) return 'jsonl'
  if (/(^|[\s{,"])format"?\s*:\s*"?qunxiang-scenario\//.test(text)) return 'scenario'
  return 'unknown'
}

const QLOG_MAGIC = 'QLOG\r\n'
