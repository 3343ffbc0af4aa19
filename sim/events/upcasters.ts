/** A fact in the words of one version of its kind. Its cause is followed for it, see `UpcastFact`. */
export interface VersionedFact {
  readonly kind: string
  readonly version: number
  readonly group: number
  readonly actor: number
  readonly object: number
  readonly value: number
}

/** What an older fact says in newer words. */
export interface UpcastFact extends VersionedFact {
  /**
   * `same`, the default: that of the older fact. `none`: there is none. A number: the fact at this position of the same
   * list, which stands before this one.
   */
  readonly cause?: 'same' | 'none' | number
}

/**
 * Turns a fact of one version into facts of later ones: none, one or several, in their order. It knows the fact and
 * nothing else: no state, no dice, no facts before it.
 */
export type Upcast = (fact: VersionedFact) => readonly UpcastFact[]

/** The older versions of one kind. */
export interface OlderVersions {
  /** Stays the same in all versions, also when the kind has left the catalogue. */
  readonly code: number
  /** By the version that it starts from; each leads to the next, or to other kinds. */
  readonly from: Readonly<Record<number, Upcast>>
}

/** By the name of the kind. */
export type Upcasters = Readonly<Record<string, OlderVersions>>

/**
 * How older logs are read. When a kind gets another version, or leaves the catalogue, what it said before gets a line
 * here, and a log of before a place in `test/golden`. Empty, because every kind is still in its first version.
 */
export const UPCASTERS: Upcasters = {}
