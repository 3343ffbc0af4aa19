/**
 * Why a ledger moved. The first twelve are the closed list of contracts §5, to which a departure or a
 * mute is divided; the others occur in ledgers only. Codes are positions and are never reused.
 */
export const CAUSES = [
  'hard-ads',
  'soft-ads',
  'packets',
  'low-value',
  'chatter',
  'overload',
  'broken-trust',
  'tie-left',
  'price-exposed',
  'product',
  'migration',
  'background',
  'expectation',
  'content',
  'company',
  'answers',
  'quarrel',
  'work',
  'margin',
  'thanks',
  'meeting',
  'identity',
  'moderation',
  'tasks',
  'favours',
  'check-ins',
] as const
export type Cause = (typeof CAUSES)[number]

/** The four ledgers that explain a member: what the group is worth to her, trust, ad fatigue, commercial label. */
export const LEDGERS = ['value', 'trust', 'fatigue', 'label'] as const
export type Ledger = (typeof LEDGERS)[number]

/** How many of CAUSES a departure may be divided to. */
export const DEPARTURE_CAUSES = 12

/** Code of each cause. */
export const CAUSE = Object.fromEntries(CAUSES.map((cause, code) => [cause, code])) as Readonly<
  Record<Cause, number>
>

/** What the owner pays for, in the order of the codes of `cost-paid`. */
export const COSTS = ['goods', 'content', 'ads', 'packets', 'events', 'rewards'] as const
export const COST = { goods: 0, content: 1, ads: 2, packets: 3, events: 4, rewards: 5 } as const

/** Shocks, in the order of the codes of `shock-struck`: the closed list of a scenario, then those of chance. */
export const SHOCKS = [
  'owner-absent',
  'star-leaves',
  'price-exposed',
  'bad-batch',
  'rival-opens',
  'packets-stop',
  'intruders',
  'migrate',
  'owner-ill',
  'holiday',
  'quarrel',
  'purpose-ends',
] as const
export type ShockName = (typeof SHOCKS)[number]
export const SHOCK = Object.fromEntries(SHOCKS.map((shock, code) => [shock, code])) as Readonly<
  Record<ShockName, number>
>

/** Where newcomers come from (the owner's friends, strangers, bounty hunters, members' contacts), in the order of their codes. */
export const SOURCES = ['friends', 'strangers', 'bounty', 'invitees'] as const
export type Source = (typeof SOURCES)[number]
export const SOURCE = { friends: 0, strangers: 1, bounty: 2, invitees: 3 } as const
