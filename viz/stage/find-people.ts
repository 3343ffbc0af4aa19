/** Somebody who can be looked for. */
export interface Findable {
  /** Number of the side. */
  readonly side: number
  readonly seat: number
  readonly person: number
  readonly name: string
}

/**
 * Who is meant by `17`, `#17` or a part of a nickname. Numbers that are exactly meant come first, then names that begin
 * so; in order of joining otherwise.
 */
export function findPeople(people: readonly Findable[], wish: string, most: number): readonly Findable[] {
  const wanted = wish.trim().toLowerCase()
  if (wanted === '') return []
  const number = /^#?(\d+)$/.exec(wanted)?.[1]
  const rank = ({ person, name }: Findable): number => {
    if (number !== undefined && String(person) === number) return 0
    const at = name.toLowerCase().indexOf(wanted)
    if (at === 0) return 1
    if (number !== undefined && String(person).startsWith(number)) return 2
    return at > 0 ? 3 : 4
  }
  return people
    .map((somebody) => ({ somebody, rank: rank(somebody) }))
    .filter((found) => found.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ somebody }) => somebody)
}
