import { ensureBuilt } from '../../bin/build.mjs'

/** The browser tests look at the built page, as its readers do. */
export async function setup(): Promise<void> {
  await ensureBuilt()
}
