import { inflateRawSync, deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { createBlockSplitter } from '../../sim/events/qlog-blocks.ts'
import { createQlogTranscriber } from '../../sim/events/qlog-text.ts'
import { createQlogWriter } from '../../sim/events/qlog.ts'
import type { Link } from '../../sim/events/chain.ts'
import { run } from '../../sim/engine/run.ts'
import { createWatcher } from '../../sim/projections/watch.ts'
import { crowdedScenario, tinyScenario, writeLog } from './log-text.ts'

it.each([tinyScenario(), crowdedScenario()])(
  'a native log is the readable one in other bytes',
  (scenario) => {
    const watcher = createWatcher(scenario, '1')
    const writer = createQlogWriter((bytes) => deflateRawSync(bytes))
    const pieces = [writer.header(JSON.stringify(watcher.header))]
    const { world } = run(scenario, '1', {
      observers: [
        watcher.observe,
        (_, rows, from, to) => void pieces.push(writer.day(rows, from, to, watcher.links.at(-1) as Link)),
      ],
    })
    const { events, digest } = watcher.finish(world)
    pieces.push(writer.end({ days: scenario.days, events, digest }))
    const transcribe = createQlogTranscriber('x.qlog')
    const splitter = createBlockSplitter('x.qlog')
    const text = pieces
      .flatMap((bytes) => [...splitter.push(bytes)])
      .map((block) => transcribe(block, inflateRawSync(block.packed)))
    expect(text.join('')).toBe(writeLog(scenario).text)
  },
)
