/**
 * An invented nickname, always the same for a person. Neighbouring numbers get unlike names: both
 * parts are taken by multiplicative hashing, which is enough for names that only have to be told apart.
 * The page calls everybody 她, "she", so no part of a name says otherwise.
 */
export function nicknameOf(
  person: number,
  [first, second]: readonly (readonly string[])[],
  gap = '',
): string {
  if (!first || !second) return `#${person}`
  const hash = Math.imul(person + 1, 2654435761) >>> 0
  const one = first[hash % first.length] ?? ''
  const two = second[Math.floor(hash / first.length) % second.length] ?? ''
  return `${one}${gap}${two}`
}
