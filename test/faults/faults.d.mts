/** Something that an engineer might do wrong: one place in a source of sim/, changed. */
export interface Fault {
  /** What is wrong, as a fact. */
  readonly name: string
  /** Path below sim/. */
  readonly file: string
  /** The text that stands there, exactly once, and what stands there instead. */
  readonly from: string
  readonly to: string
}

export const FAULTS: readonly Fault[]
