/** The shipped scenarios, put together at build time by vite.config.ts: name → raw value of its file. */
declare module 'virtual:scenarios' {
  const scenarios: Readonly<Record<string, unknown>>
  export default scenarios
}
