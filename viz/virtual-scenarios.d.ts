declare module 'virtual:scenarios' {
  /**
   * Every file of scenarios/ by name, in the order of the names: as written, nothing merged or checked yet; or its
   * `name` and a `load` that fetches it.
   */
  const scenarios: Readonly<Record<string, unknown>>
  export default scenarios
}

declare module 'virtual:scenario-questions' {
  /** Of the shipped scenarios what they ask, and beside what they are meant to be seen; nothing of what is inherited. */
  const questions: Readonly<Record<string, unknown>>
  export default questions
}
