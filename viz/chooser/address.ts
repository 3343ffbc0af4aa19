/**
 * The address of the page with another scenario on one side (0 is A): a real address, because some readers of WeChat
 * share only what was loaded. Seed, language and theme stay; the day does not, for it belonged to another story.
 */
export function addressWith(
  search: string,
  { names, at, name }: { readonly names: readonly string[]; readonly at: number; readonly name: string },
): string {
  const query = new URLSearchParams(search)
  const next = [...names]
  next[at] = name
  query.delete('t')
  ;['a', 'b'].forEach((key, side) => {
    const wanted = next[side]
    if (wanted === undefined) query.delete(key)
    else query.set(key, wanted)
  })
  return `?${query.toString()}`
}
