import { tableOf } from '../report/table.ts'
import type { Locale } from '../model/local-text.ts'
import { EXIT } from './exit.ts'
import { print } from './output.ts'
import { readGiven, shippedNames } from './scenario-files.ts'

/** `qunxiang scenarios`: the shipped ones, with their titles and questions. */
export function scenariosCommand({ locale }: { readonly locale: Locale }): number {
  const rows = shippedNames().map((name) => {
    const { scenario } = readGiven(name)
    return [name, scenario.name[locale], scenario.question?.[locale] ?? '']
  })
  print(tableOf(rows).join('\n'))
  return EXIT.done
}
