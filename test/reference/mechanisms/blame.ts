import { CAUSES, DEPARTURE_CAUSES, type Cause } from '../../../sim/model/causes.ts'
import type { Group } from '../reference-groups.ts'
import type { Member, Stock } from '../reference-members.ts'

/** What pushes a member today, each as a hazard; how much more those leave whose friends left. */
export interface Push {
  readonly base: number
  /** Of bounty hunters, on the scale of the others. */
  readonly bounty: number
  readonly fatigue: number
  readonly label: number
  readonly low: number
  readonly overload: number
  readonly distrust: number
  readonly rival: number
  readonly pulled: number
}

/** Parts of a hazard, for every cause that may have one, in the order of their codes. */
type Parts = Map<Cause, number>

/** Divides a hazard among its causes; `missing` is how much more value would have been enough. */
export function blameOf(member: Member, push: Push, missing: number): Parts {
  const parts: Parts = new Map(CAUSES.slice(0, DEPARTURE_CAUSES).map((cause) => [cause, 0]))
  const ofAds = push.fatigue + push.label
  parts.set('background', push.base + push.bounty)
  parts.set('hard-ads', ofAds)
  parts.set('overload', push.overload)
  parts.set('broken-trust', push.distrust)
  // What a rival gives more is what this group lacks.
  parts.set('low-value', push.rival)
  const sum = push.base + push.bounty + ofAds + push.overload + push.distrust + push.rival + push.low
  parts.set('tie-left', push.pulled * sum)
  if (push.low > 0) divideLow(member, parts, { low: push.low, missing })
  return parts
}

/** Which cause a loss of value belongs to. */
const LOSSES = [
  ['hardAds', 'hard-ads'],
  ['chatter', 'chatter'],
  ['overload', 'overload'],
  ['quarrel', 'background'],
  ['packets', 'packets'],
] as const satisfies readonly (readonly [Stock, Cause])[]

/** Low value is put down to what has been lost, and the rest of it to what was never there. */
function divideLow(
  member: Member,
  parts: Parts,
  { low, missing }: { readonly low: number; readonly missing: number },
): void {
  const losses = LOSSES.map(([stock, cause]) => ({ cause, lost: Math.max(0, -member[stock]) }))
  const lost = losses.reduce((sum, loss) => sum + loss.lost, 0)
  const lacking = Math.max(0, missing - lost)
  const each = low / (lost + lacking)
  parts.set('low-value', (parts.get('low-value') ?? 0) + each * lacking)
  for (const loss of losses) parts.set(loss.cause, (parts.get(loss.cause) ?? 0) + each * loss.lost)
}

/** The greatest part; the background where none is greater. */
export function strongestOf(parts: Parts): Cause {
  let strongest: Cause = 'background'
  for (const [cause, part] of parts) {
    if (part > (parts.get(strongest) ?? 0)) strongest = cause
  }
  return strongest
}

/** The latest fact of the sort that a cause is made of; −1 where there is none. */
export function factBehind({ adFact, packetFact, messageFact }: Group, cause: Cause): number {
  if (cause === 'hard-ads') return adFact
  if (cause === 'packets') return packetFact
  return cause === 'chatter' || cause === 'overload' ? messageFact : -1
}
