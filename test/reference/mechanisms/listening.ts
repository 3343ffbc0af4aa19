import { placeOf } from '../reference-numbers.ts'
import { phaseOf, record, type Run } from '../reference-run.ts'

/** What the owner believes at the end of the day, what has been found, and whether it is time to turn. */
export function decideListening(run: Run): void {
  if (run.town.parameters.listeningEffect === 0) return
  decideDrift(run)
  if (run.owner.turnedTo !== null) return
  decideFinding(run)
  decidePivot(run)
}

/** Who does not listen comes to believe in the goods at hand. */
function decideDrift(run: Run): void {
  const { listeningEffect, beliefDrift, noticeable } = run.town.parameters
  const [first] = run.town.offers
  const drift = listeningEffect * beliefDrift * run.town.scenario.owner.stock * (1 - phaseOf(run).listening)
  if (first === undefined || drift < noticeable) return
  record(run, 'belief-drifted', { object: first.topic, value: drift })
}

/** A need is found when it outweighs the own positioning by a margin, and lost when it outweighs it no more. */
function decideFinding(run: Run): void {
  const { owner, town } = run
  const own = heaviest(run, (topic) => placeOf(town.focus, topic) > 0)
  const other = heaviest(run, (topic) => placeOf(town.focus, topic) === 0)
  if (own === null || other === null) return
  const lead = placeOf(owner.beliefs, other) - placeOf(owner.beliefs, own)
  const needed = owner.found === other ? 0 : town.parameters.foundMargin
  const found = lead > needed ? other : null
  if (found !== owner.found) record(run, 'need-found', { object: found ?? -1 })
}

/** The topic of some that is believed in most; null where there are none. */
function heaviest({ owner }: Run, isMeant: (topic: number) => boolean): number | null {
  const meant = owner.beliefs.map((belief, topic) => (isMeant(topic) ? belief : -1))
  const most = Math.max(...meant)
  return most < 0 ? null : meant.indexOf(most)
}

function decidePivot(run: Run): void {
  const { owner, town, day } = run
  const { pivotDays, stockFriction } = town.parameters
  if (owner.found === null || day - owner.foundDay < pivotDays + stockFriction * town.scenario.owner.stock)
    return
  record(run, 'pivot-made', { object: owner.found })
}
