// The process in which bin/fuzz.mjs tries one door: reads what to do, tells each input before it is tried, and prints
// the tally as JSON. A hang is noticed by whoever started it.

import { openSync, writeFileSync, writeSync } from 'node:fs'
import { argumentsDoor } from './arguments-door.ts'
import { fuzz, type Tally } from './fuzz.ts'
import { logDoor } from './log-door.ts'
import { messageDoor } from './message-door.ts'
import { processDoor } from './process-door.ts'
import { scenarioDoor } from './scenario-door.ts'

/** What bin/fuzz.mjs asks for, in JSON. */
interface Asked {
  readonly door: string
  readonly seed: string
  readonly from: number
  readonly to: number
  /** An empty folder, in which we are. */
  readonly folder: string
  /** The file that gets the number of each input. */
  readonly beat: string
  /** The file that gets the tally. */
  readonly tally: string
}

const { door, seed, from, to, folder, beat, tally } = JSON.parse(process.argv[2] as string) as Asked
const pulse = openSync(beat, 'w')
const options = { seed, from, to, onInput: (input: number) => writeSync(pulse, String(input).padEnd(12), 0) }

writeFileSync(tally, JSON.stringify(await tallyOf(door)))
process.exit(0)

async function tallyOf(name: string): Promise<Tally> {
  switch (name) {
    case 'scenario':
      return fuzz(scenarioDoor(), options)
    case 'jsonl':
      return fuzz(logDoor('jsonl', folder), options)
    case 'qlog':
      return fuzz(logDoor('qlog', folder), options)
    case 'arguments':
      return fuzz(await argumentsDoor(folder), options)
    case 'messages':
      return fuzz(await messageDoor(), options)
    case 'processes':
      return fuzz(await processDoor(folder), options)
    default:
      throw new Error(`there is no door called ${name}`)
  }
}
