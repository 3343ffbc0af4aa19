/** Brings the named parts of dist/ up to date (default: both). `force` builds them even if they are. */
export function ensureBuilt(options?: {
  readonly parts?: readonly ('cli' | 'page')[]
  readonly force?: boolean
}): Promise<void>
