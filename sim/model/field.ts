/** A default that is the value of another field, given by its path in the file (one that stands above). */
export interface Elsewhere {
  readonly path: string
}

/**
 * What keeps a field that the engine does not simulate yet without effect: its neutral value
 * (left out: its default).
 */
export interface Later {
  readonly neutral?: number | string | null
}

/** What every field of a scenario file has, whatever its kind. */
interface Facts {
  /** What it means, in one sentence. */
  readonly says: string
  /** Where meaning, range and default come from: contract, a claim, or "assumption". */
  readonly source: string
  readonly required?: boolean
  readonly later?: Later
  /** Concerns the file, not the community: dropped from the resolved scenario. */
  readonly fileOnly?: boolean
}

export interface NumberField extends Facts {
  readonly kind: 'number' | 'whole'
  /** "–" for a pure number. */
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly default?: number | Elsewhere
}

export interface ChoiceField extends Facts {
  readonly kind: 'choice'
  readonly choices: readonly string[]
  readonly default?: string
}

export interface TextField extends Facts {
  readonly kind: 'text'
  readonly longest: number
  /** Regular expression (flag u) for the whole text, and how a person would put it. */
  readonly pattern?: string
  readonly patternSays?: string
}

/** Text, or text by locale; null unless given. */
export interface LocalTextField extends Facts {
  readonly kind: 'local-text'
  readonly longest: number
}

/** A key of `market.pains`; null unless given. */
export interface TopicField extends Facts {
  readonly kind: 'topic'
}

/** A map of numbers by topic or by model parameter. */
export interface NumbersField extends Facts {
  readonly kind: 'numbers'
  /** `new-topics` names the topics of the scenario; `topics` uses them. */
  readonly by: 'new-topics' | 'topics' | 'parameters'
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly default?: Elsewhere
  /** Divides by the sum, so that the numbers are shares. */
  readonly normalised?: boolean
}

export type Fields = Readonly<Record<string, Field>>

export interface ObjectField extends Facts {
  readonly kind: 'object'
  readonly fields: Fields
}

/** A map whose other fields depend on what its `kind` says. */
export interface CasesField extends Facts {
  readonly kind: 'cases'
  readonly before: Fields
  readonly cases: Readonly<
    Record<string, { readonly says: string; readonly later: boolean; readonly fields: Fields }>
  >
}

/** A list, empty unless given. */
export interface ListField extends Facts {
  readonly kind: 'list'
  readonly item: ObjectField | CasesField | TextField
  readonly longest: number
  /** A single map stands for a list of one. */
  readonly orOne?: boolean
  /** Each item keeps what the one before it set, except this key. */
  readonly keepsAllBut?: string
}

export type Field =
  | NumberField
  | ChoiceField
  | TextField
  | LocalTextField
  | TopicField
  | NumbersField
  | ObjectField
  | CasesField
  | ListField
