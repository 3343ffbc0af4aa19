import type { Arm } from './job.ts'
import { createLab, type Ask } from './lab.ts'
import type { ArmResults } from './outcome.ts'
import type { TeamOptions } from './team.ts'

export interface EnsembleOptions extends Ask, TeamOptions {}

/**
 * Runs every arm (a scenario, or a branch of one) with the same seeds, on worker threads that are opened for it and closed
 * afterwards, however it ends.
 */
export async function runArms(
  arms: readonly Arm[],
  options: EnsembleOptions,
): Promise<readonly ArmResults[]> {
  const lab = createLab(options)
  try {
    return await lab.ask(arms, options)
  } finally {
    lab.close()
  }
}
