/**
 * What a topic may be called: it begins with a letter, so that no key order depends on numbers, and it is none
 * of the names that every JavaScript object answers to.
 */
export const TOPIC_PATTERN =
  '^(?!(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)$)\\p{L}[\\p{L}\\p{N}-]{0,59}$'

const TOPIC_NAME = new RegExp(TOPIC_PATTERN, 'u')

export function isTopicName(name: string): boolean {
  return TOPIC_NAME.test(name)
}
