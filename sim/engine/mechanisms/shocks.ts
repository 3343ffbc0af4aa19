// What nobody planned: the owner is away or falls ill, a holiday empties the phones, members quarrel, the purpose
// that people came for ends. Planned shocks come from the scenario (contracts §2); the others at stated rates, so
// that survival is a distribution and not a date (model §4). Their victims are drawn, never chosen.
// Left out: shocks of chance have no seasons and do not depend on how the group is run.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { CAUSE, SHOCK } from '../../model/causes.ts'
import {
  GROUP_MARK,
  GROUP_MARKS,
  isPresent,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  OWNER_MARK,
} from '../../model/world.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { isOwnerAway, type Simulation } from '../simulation.ts'

const NOBODY = -1
const NO_FACT = -1

/** The shocks of today. */
export function decideShocks(simulation: Simulation): void {
  decidePlanned(simulation)
  decideIllness(simulation)
  decideHoliday(simulation)
  for (let group = 0; group < simulation.world.setting.groups; group++) {
    decideQuarrel(simulation, group)
    decidePurpose(simulation, group)
  }
}

function decidePlanned({ town, world, rows }: Simulation): void {
  for (const shock of town.scenario.shocks) {
    if (shock.day !== world.day || shock.kind !== 'owner-absent') continue
    record(rows, KIND['shock-struck'], 0, NOBODY, SHOCK['owner-absent'], shock.days, NO_FACT)
  }
}

function decideIllness(simulation: Simulation): void {
  const { town, world, rows } = simulation
  if (isOwnerAway(simulation)) return
  const { illnessRate, chanceShocks } = town.parameters
  if (uniform(town.dice, PURPOSE.illness, 0, world.day) >= illnessRate * chanceShocks) return
  const days = 3 + Math.floor(12 * uniform(town.dice, PURPOSE.illness, 0, world.day, 1))
  record(rows, KIND['shock-struck'], 0, NOBODY, SHOCK['owner-ill'], days, NO_FACT)
}

function decideHoliday({ town, world, rows }: Simulation): void {
  if ((world.ownerMarks[OWNER_MARK.holidayUntil] as number) > world.day) return
  const { holidayRate, chanceShocks } = town.parameters
  if (uniform(town.dice, PURPOSE.holiday, 0, world.day) >= holidayRate * chanceShocks) return
  const days = 5 + Math.floor(5 * uniform(town.dice, PURPOSE.holiday, 0, world.day, 1))
  record(rows, KIND['shock-struck'], 0, NOBODY, SHOCK.holiday, days, NO_FACT)
}

/** Fewer people than this have nothing to quarrel about. */
const QUARREL_MEMBERS = 20

function decideQuarrel({ town, world, rows }: Simulation, group: number): void {
  const { quarrelRate, quarrelLoss, chanceShocks } = town.parameters
  if ((world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members] as number) < QUARREL_MEMBERS) return
  if (uniform(town.dice, PURPOSE.quarrel, group, world.day) >= quarrelRate * chanceShocks) return
  const fact = record(rows, KIND['shock-struck'], group, NOBODY, SHOCK.quarrel, quarrelLoss, NO_FACT)
  for (let seat = 0; seat < world.seats; seat++) {
    const person = world.marks[seat * MARKS + MARK.person] as number
    if (world.marks[seat * MARKS + MARK.group] !== group || !isPresent(world, seat)) continue
    // Half of those present take it to heart. Index 1 keeps person 0 apart from group 0's own draw.
    if (uniform(town.dice, PURPOSE.quarrel, person, world.day, 1) >= 0.5) continue
    const company = Math.max(0, world.levels[seat * LEVELS + LEVEL.company] as number)
    const belonging = world.levels[seat * LEVELS + LEVEL.belonging] as number
    record(rows, KIND['value-changed'], group, person, CAUSE.quarrel, -quarrelLoss * (company + 0.1), fact)
    const lost = -quarrelLoss * belonging
    if (lost < 0) record(rows, KIND['belonging-changed'], group, person, CAUSE.quarrel, lost, fact)
  }
}

function decidePurpose({ town, world, rows }: Simulation, group: number): void {
  const { purposeRate, purposeLoss, chanceShocks } = town.parameters
  if (world.groupMarks[group * GROUP_MARKS + GROUP_MARK.purposeEnded] === 1) return
  if (uniform(town.dice, PURPOSE.purposeEnds, group, world.day) >= purposeRate * chanceShocks) return
  record(rows, KIND['shock-struck'], group, NOBODY, SHOCK['purpose-ends'], purposeLoss, NO_FACT)
}
