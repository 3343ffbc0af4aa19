/**
 * What people need of a group (E26), in the order of the codes of `need-changed` and of the scores from LEVEL.certainty
 * on: to know where they stand, to be surprised, to count, to belong, to grow, to give.
 */
export const NEEDS = ['certainty', 'variety', 'significance', 'connection', 'growth', 'contribution'] as const
export const NEED = {
  certainty: 0,
  variety: 1,
  significance: 2,
  connection: 3,
  growth: 4,
  contribution: 5,
} as const

/** What a member may be in a group, in the order of the codes of `role-given`. */
export const ROLES = ['helper', 'figure'] as const
export const ROLE = { helper: 0, figure: 1 } as const

/** How an owner brings members together, in the order of the codes of `cue-given`: by what all share, or one by one. */
export const CUES = ['identity', 'bond'] as const
export const CUE = { identity: 0, bond: 1 } as const
