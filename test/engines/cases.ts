/** One shipped scenario of the certificate. */
export interface Case {
  readonly scenario: string
  /** What it brings that the others do not. */
  readonly because: string
}

/** Ten scenarios that between them record every kind of fact that a run of a shipped scenario records. */
export const CASES: readonly Case[] = [
  {
    scenario: 'pain-point-first--paid-entry',
    because: 'a fee at the door, and people who turn away from it',
  },
  { scenario: 'red-packet-rain', because: 'red packets: a sum cut into unequal parts' },
  { scenario: 'peer-check-in', because: 'check-ins and cues' },
  { scenario: 'problem-before-product--listen', because: 'listening, a drifting belief and a pivot' },
  { scenario: 'one-shot-deal', because: 'a poor product: trials, tales and refunds' },
  { scenario: 'one-shot-deal--price-exposed', because: 'the shock of a price that gets known' },
  { scenario: 'broad-or-narrow--overlap', because: 'several groups, one of them full' },
  { scenario: 'offline-events--irregular', because: 'meetings at times that are drawn' },
  { scenario: 'one-star-or-many--many', because: 'figures, and members with a role' },
  { scenario: 'member-run-group--forced-tasks', because: 'forced tasks' },
]

/** A plain seed, one with punctuation, and one outside of ASCII. */
export const SEEDS: readonly string[] = ['1', 'book/7', '种子']
