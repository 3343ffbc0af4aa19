declare module 'virtual:scenarios' {
  /** Every file of scenarios/ by name, in the order of the names, as written: nothing is merged or checked yet. */
  const scenarios: Readonly<Record<string, unknown>>
  export default scenarios
}
