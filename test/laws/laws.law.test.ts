import { it } from 'vitest'
import { LAWS } from '../../sim/testing/laws/index.ts'
import { checkLaw } from '../../sim/testing/laws/law.ts'

it.each(LAWS.map((law) => [law.number === null ? 'our law' : `law ${law.number}`, law.says, law] as const))(
  '%s: %s',
  (_number, _says, law) => checkLaw(law),
)
