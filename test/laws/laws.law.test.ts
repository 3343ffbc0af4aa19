import { it } from 'vitest'
import { LAWS } from '../../sim/testing/laws/index.ts'
import { checkLaw, type Law } from '../../sim/testing/laws/law.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

it.each(LAWS.map((law) => [law.number === null ? 'our law' : `law ${law.number}`, law.says, law] as const))(
  '%s: %s',
  (_number, _says, law) => checkLaw(law),
)

it('law 34 holds in the most patient of towns, one in 300', () => {
  const patient = smallScenario({ days: 1, founders: 30, model: { townSpread: 1 } })
  const law = LAWS.find(({ number }) => number === 34) as Law
  checkLaw(law, { runs: 1, examples: [[patient, '180']] })
})
