import { NAME_KEYS } from '../query.ts'

/**
 * The address of the page with another scenario on one side (0 is A): a real address, because some readers of WeChat
 * share only what was loaded. Seed, language and theme stay; the day does not, for it belonged to another story, nor does
 * the screen, which follows from how many sides there are.
 */
export function addressWith(
  search: string,
  { names, at, name }: { readonly names: readonly string[]; readonly at: number; readonly name: string },
): string {
  const query = new URLSearchParams(search)
  const next = [...names]
  next[at] = name
  query.delete('t')
  query.delete('m')
  NAME_KEYS.forEach((key, side) => {
    const wanted = next[side]
    if (wanted === undefined) query.delete(key)
    else query.set(key, wanted)
  })
  return `?${query.toString()}`
}
