import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createReplay } from '../engine/replay.ts'
import { isSound } from '../projections/replay.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { EXIT, InputError, systemMessage } from './exit.ts'
import { interruption } from './interrupt.ts'
import { logFormOf, mustBeLog, readLog } from './log-file.ts'
import { note, noteNotSimulated, print } from './output.ts'
import { PAGE } from './package-files.ts'
import { createProgress } from './progress.ts'
import { nameOf, readGiven } from './scenario-files.ts'
import { createStaticServer } from './static-server.ts'

/** What the page is opened for: `given.json` beside it. */
interface GivenToPage {
  readonly names: readonly string[]
  readonly scenarios: Readonly<Record<string, Scenario>>
  /** Of a log; otherwise the page's own. */
  readonly seed?: string
}

const HOST = '127.0.0.1'
/** Ports that are tried after the one that was wanted. */
const PORTS = 100

/** `qunxiang view`: serves the replay page until it is interrupted. Opens no browser. */
export async function viewCommand(
  wanted: readonly string[],
  { port }: { readonly port: number },
): Promise<number> {
  if (!existsSync(join(PAGE, 'index.html'))) {
    throw new InputError(`${PAGE} must hold the built page, got nothing: \`npm run build\` builds it`)
  }
  const given = await readGivenToPage(wanted)
  if (given === null) return EXIT.failed
  const text = JSON.stringify(given)
  const server = createStaticServer({ folder: PAGE, extras: { '/given.json': text } })
  print(`http://${HOST}:${await listen(server, port)}/`)
  await new Promise<void>((stop) => {
    if (interruption.aborted) stop()
    else interruption.addEventListener('abort', () => stop())
  })
  server.close()
  server.closeAllConnections()
  throw interruption.reason
}

/** Null when a log does not hold. */
async function readGivenToPage(wanted: readonly string[]): Promise<GivenToPage | null> {
  const [first] = wanted
  const logs = wanted.filter(isLog)
  if (first !== undefined && logs.length > 0) {
    if (wanted.length > 1) throw new InputError('view must get scenarios or one log, got both or several')
    return readLogToPage(first)
  }
  const scenarios = new Map<string, Scenario>()
  for (const one of wanted) {
    const given = readGiven(one)
    noteNotSimulated(given)
    scenarios.set(freeName(given.name, scenarios), given.scenario)
  }
  return { names: [...scenarios.keys()], scenarios: Object.fromEntries(scenarios) }
}

function isLog(path: string): boolean {
  return logFormOf(path) !== null
}

/** Two files of one name in different folders are still two scenarios. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`
  return free
}

/** The page runs a log's scenario again, so the log must be one that a re-run leads to. */
async function readLogToPage(path: string): Promise<GivenToPage | null> {
  mustBeLog(path, 'LOG')
  const replay = createReplay({ file: path, reruns: true })
  await readLog(path, replay, createProgress())
  const { header, verified, firstDifference } = replay.end()
  if (!isSound(verified)) {
    note(
      `${path}: the log must hold, got a first difference on day ${firstDifference?.day}: see \`qunxiang replay --verify\``,
    )
    return null
  }
  if (verified.rerun === null)
    note(`note: ${path} is of engine ${header.engine}; the page shows what this engine makes of it`)
  const name = nameOf(path)
  return { names: [name], scenarios: { [name]: header.scenario }, seed: header.seed }
}

/** Listens on the port, or the next free one; returns which. */
async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      await tryPort(server, port)
      const address = server.address()
      return typeof address === 'object' && address !== null ? address.port : port
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      const isTaken = code === 'EADDRINUSE' || code === 'EACCES'
      if (!isTaken || port === wanted + PORTS || port === 65535) {
        throw new InputError(
          `--port must be one that is free, or have a free one after it, got ${wanted}: ${systemMessage(error)}`,
        )
      }
    }
  }
}

function tryPort(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
}
