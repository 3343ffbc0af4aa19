import { nicknameOf } from '../stage/nickname.ts'

/**
 * The people that a text asks for: a number, with or without #, is one person, whether or not she ever joined; anything
 * else is looked for in the nicknames of those who did. −1 is the owner; null is nobody in particular.
 */
export function peopleAsked(
  text: string,
  {
    members,
    nicknames,
    gap,
    owner,
  }: {
    readonly members: ArrayLike<number>
    readonly nicknames: readonly (readonly string[])[]
    readonly gap: string
    readonly owner: string
  },
): readonly number[] | null {
  const asked = text.trim().toLowerCase()
  if (asked === '') return null
  const number = /^#?(\d{1,7})$/.exec(asked)?.[1]
  if (number !== undefined) return [Number(number)]
  const isLike = (name: string): boolean => name.toLowerCase().includes(asked)
  const found = Array.from(members).filter((person) => isLike(nicknameOf(person, nicknames, gap)))
  return isLike(owner) ? [-1, ...found] : found
}
