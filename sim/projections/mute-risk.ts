import type { Parameters } from '../model/parameters.ts'

/**
 * The fatigue (0–1) at which the risk of muting is twice what it is without any, of a member whom nothing else pushes:
 * she expects just enough of the group (`lowValueLine`), has not taken it for a shop, and can read all that is written.
 * What holds people (belonging, ties, a role, the town's patience) stands before the whole hazard and cancels out. Of
 * who is pushed by something else besides, the risk is higher from the start, and doubles later. 0 where the risk
 * without fatigue is 0, Infinity where fatigue makes nobody mute.
 */
export function fatigueThatDoublesMuteRisk(
  parameters: Pick<Parameters, 'muteBase' | 'muteFatigue' | 'lowValueLine'>,
): number {
  const { muteBase, muteFatigue, lowValueLine } = parameters
  return muteFatigue === 0 ? Infinity : (muteBase * (1 - lowValueLine)) / muteFatigue
}
