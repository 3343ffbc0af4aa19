/** One row of the table of model parameters: what a number means and where it comes from. */
export interface Parameter {
  /** What the number does, in one sentence. */
  readonly says: string
  /** Unit of measurement; "–" for a pure number. */
  readonly unit: string
  /** Smallest and largest value that is accepted. */
  readonly range: readonly [min: number, max: number]
  /** Range in which the true value plausibly lies (what a sweep of assumptions explores). */
  readonly plausible: readonly [low: number, high: number]
  readonly default: number
  /** Paper, claim or rule card; or "assumption". */
  readonly source: string
  /** True for the 0–1 multipliers that switch a whole mechanism off at 0. */
  readonly isSwitch?: boolean
}
