import { describe, expect, it } from 'vitest'
import { HEAD, kindOf, nameFor, scenarioNameOf } from '../../../viz/files/kind.ts'
import { gzipSync } from 'node:zlib'
import { qlogStart } from '../../../sim/events/qlog-blocks.ts'
import { headerLine } from '../../../sim/events/jsonl.ts'
import { logHeader } from '../../../sim/engine/header.ts'
import { tinyScenario } from '../../events/log-text.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const none = new Uint8Array(0)

describe('the kind of a file', () => {
  it('is told by its name', () => {
    expect(kindOf('a.yaml', none)).toBe('scenario')
    expect(kindOf('我的群.YML', none)).toBe('scenario')
    expect(kindOf('a.qlog', none)).toBe('qlog')
    expect(kindOf('a.jsonl', none)).toBe('jsonl')
    expect(kindOf('a.JSONL.gz', none)).toBe('jsonl.gz')
  })
  it('is told by how it begins where a messenger changed the name', () => {
    const log = headerLine(logHeader(tinyScenario({ days: 30 }), '7', [])).slice(0, HEAD)
    expect(kindOf('run.qlog.1', qlogStart())).toBe('qlog')
    expect(kindOf('run.txt', bytes(log))).toBe('jsonl')
    expect(kindOf('run.json', bytes(log))).toBe('jsonl')
    expect(kindOf('run', gzipSync(log))).toBe('jsonl.gz')
    expect(kindOf('mine.yaml.txt', bytes('# mine\nformat: qunxiang-scenario/1\n'))).toBe('scenario')
    expect(kindOf('mine.txt', bytes('{ "name": "x", "format": "qunxiang-scenario/1" }'))).toBe('scenario')
  })
  it('of any other JSON is that of a scenario, whose reader says what is wrong', () =>
    expect(kindOf('list.json', bytes('[1, 2]'))).toBe('scenario'))
  it('is unknown otherwise', () => {
    expect(kindOf('photo.png', bytes('\x89PNG'))).toBe('unknown')
    expect(kindOf('notes.txt', bytes('we write format: in our notes'))).toBe('unknown')
    expect(kindOf('empty', none)).toBe('unknown')
  })
})

describe('the name of a file', () => {
  it('ends as the reader of logs expects it', () => {
    expect(nameFor('qlog', 'run.qlog.1')).toBe('run.qlog.1.qlog')
    expect(nameFor('qlog', 'Run.QLOG')).toBe('Run.QLOG')
  })
  it('is, without its ending, what the library calls a scenario', () => {
    expect(scenarioNameOf('my-group.yaml')).toBe('my-group')
    expect(scenarioNameOf('我的群.yml')).toBe('我的群')
    expect(scenarioNameOf('my.group.JSON')).toBe('my.group')
    expect(scenarioNameOf('mine.yaml.txt')).toBe('mine')
    expect(scenarioNameOf('.yaml')).toBe('scenario')
  })
})
