import { findOnPath } from './on-path.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** Path of a Chromium: the one that $CHROMIUM names, else the first on PATH, else undefined. */
export function findChromium(environment = process.env) {
  return environment.CHROMIUM || findOnPath(NAMES, environment)
}
