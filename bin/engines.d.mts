/** A JavaScript engine on this machine. */
export interface Engine {
  /** One of `ENGINE_NAMES`. */
  readonly name: string
  /** The program, and its version as far as it can be told. */
  readonly title: string
  readonly version: string
  readonly kind: 'shell' | 'browser'
  readonly command: string
  /** What a shell is given before the file. */
  readonly arguments?: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** Names of the engines that are looked for, the one that all others are compared with first. */
export const ENGINE_NAMES: readonly string[]

/** What an engine of this name is found by, in words. */
export function wantsOf(name: string): string

/** The engines of a name on this machine: none, one, or, for other versions of Node, several. */
export function findEngines(name: string, environment?: Environment): readonly Engine[]
