import type { LogHeader } from '../engine/header.ts'
import { createDifference } from '../projections/log-difference.ts'
import { diffReport, diffText } from '../report/diff-text.ts'
import type { Locale } from '../model/local-text.ts'
import { EXIT, InputError } from './exit.ts'
import { openLogDays } from './log-days.ts'
import { mustBeLog } from './log-file.ts'
import { print, printJson } from './output.ts'

export interface DiffCommandOptions {
  readonly json?: boolean
  readonly locale: Locale
}

/** `qunxiang diff LOG LOG`: reads both side by side, a day at a time. That they differ is a result, not a failure. */
export async function diffCommand(
  a: string,
  b: string,
  { json, locale }: DiffCommandOptions,
): Promise<number> {
  for (const path of [a, b]) mustBeLog(path, 'LOG')
  const [one, other] = [openLogDays(a), openLogDays(b)]
  try {
    const headers = { a: await one.header(), b: await other.header() }
    mustBeOfTheSamePeople({ name: a, header: headers.a }, { name: b, header: headers.b })
    const difference = createDifference()
    for (;;) {
      const [here, there] = [await one.next(), await other.next()]
      if (here === null && there === null) break
      difference.addDay(here, there)
    }
    const report = diffReport(headers, difference.finish())
    if (json === true) printJson(report)
    else print(diffText(report, { a, b }, locale))
    return EXIT.done
  } finally {
    await Promise.all([one.close(), other.close()])
  }
}

interface Named {
  readonly name: string
  readonly header: LogHeader
}

/** Other people have other lives; there is nothing to be learned from telling them apart fact by fact. */
function mustBeOfTheSamePeople(a: Named, b: Named): void {
  const must = `${a.name} and ${b.name} must be logs of the same people`
  if (a.header.seed !== b.header.seed) {
    const seeds = [a, b].map(({ header }) => JSON.stringify(header.seed)).join(' and ')
    throw new InputError(`${must}, got the seeds ${seeds}`)
  }
  const [one, other] = [a, b].map(({ header }) => header.scenario)
  if (JSON.stringify(one?.market) !== JSON.stringify(other?.market))
    throw new InputError(`${must}, got another market`)
  if (one?.community.groups !== other?.community.groups)
    throw new InputError(`${must}, got ${one?.community.groups} and ${other?.community.groups} groups`)
}
