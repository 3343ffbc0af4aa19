import { orderIn, rulesFeltIn } from '../reference-feed.ts'
import type { Group } from '../reference-groups.ts'
import type { Member } from '../reference-members.ts'
import { draw, groupOf, presentIn, record, type Run } from '../reference-run.ts'

/** Which members advertise today, who is removed for it, and what the others think of that. */
export function decideModerating(run: Run): void {
  const { memberAds, memberAdRate, moderating } = run.town.parameters
  for (const group of run.groups) {
    const rules = rulesFeltIn(run, group)
    const advertises = memberAds * memberAdRate * (1 - rules) * (1 - rules)
    const removed: Member[] = []
    const sawYesterday = presentIn(run).filter(
      (member) => groupOf(run, member) === group && openedYesterday(run, member),
    )
    for (const member of sawYesterday) {
      const { person: actor, traits } = member
      if (!traits.isSeller || draw(run, 'memberAds', actor) >= advertises) continue
      const ad = record(run, 'intruder-posted', { group: group.number, actor })
      if (draw(run, 'moderating', actor) >= moderating * orderIn(run, group)) continue
      const cause = record(run, 'member-removed', { group: group.number, actor, value: rules, cause: ad })
      const others = sawYesterday.filter((other) => other !== member && !removed.includes(other))
      decideBystanders(run, { group, others, rules, before: removed.length, cause })
      removed.push(member)
    }
  }
}

/** Whether she looked in yesterday: on the first morning nobody did. */
function openedYesterday(run: Run, { openedDay }: Member): boolean {
  return openedDay === run.day - 1
}

interface Removal {
  readonly group: Group
  readonly others: readonly Member[]
  readonly rules: number
  /** Removals of today before this one. */
  readonly before: number
  readonly cause: number
}

/** All lose trust, by what the removals before have left of it. */
function decideBystanders(run: Run, { group, others, rules, before, cause }: Removal): void {
  const { bystanderTrust, noticeable } = run.town.parameters
  const share = bystanderTrust * (1 - rules)
  let loss = share
  for (let n = 0; n < before; n++) loss *= 1 - share
  for (const { person: actor, trust } of others) {
    const lost = loss * trust
    if (lost < noticeable) continue
    record(run, 'trust-changed', { group: group.number, actor, object: 'moderation', value: -lost, cause })
  }
}
