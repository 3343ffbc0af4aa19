import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Entry {
  readonly optional?: boolean
  readonly resolved?: string
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, Entry>>
}
const entries = Object.entries(lock.packages)

describe('package-lock.json', () => {
  it('holds every optional platform package, so that npm ci works on other machines', () => {
    const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !placesToLookFrom(path, name).some((place) => place in lock.packages))
        .map((name) => `package-lock.json must hold ${name}, which ${path} may need, got nothing`),
    )
    expect(missing).toEqual([])
  })

  it('names no host to fetch from', () => {
    const hosts = entries
      .filter(([, { resolved = '' }]) => resolved.includes('://'))
      .map(([path, { resolved }]) => `${path} must have no address, got ${resolved}`)
    expect(hosts).toEqual([])
  })

  it('has no package that runs a script when it is installed', () => {
    const scripts = entries
      .filter(([, { hasInstallScript = false, optional = false }]) => hasInstallScript && !optional)
      .map(([path]) => `${path} must install without a script, got one`)
    expect(scripts).toEqual([])
  })
})

/** node_modules folders in which Node looks for a package, from the nearest to the outermost. */
function placesToLookFrom(path: string, name: string): string[] {
  const places = [`node_modules/${name}`]
  for (let end = path.length; end > 0; end = path.lastIndexOf('/node_modules/', end - 1)) {
    places.unshift(`${path.slice(0, end)}/node_modules/${name}`)
  }
  return places
}
