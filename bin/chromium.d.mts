/** Path of a Chromium: the one that $CHROMIUM names, else the first on PATH, else undefined. */
export function findChromium(environment?: Readonly<Record<string, string | undefined>>): string | undefined
