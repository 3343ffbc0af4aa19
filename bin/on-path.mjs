import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Path of the first program on PATH with one of the names, of an earlier name first; else undefined. */
export function findOnPath(names, environment = process.env) {
  return names
    .flatMap((name) => foldersOf(environment).map((folder) => join(folder, name)))
    .find(isExecutable)
}

/** Paths of all programs on PATH whose name is one word followed by a number, the highest number first. */
export function findNumbered(word, environment = process.env) {
  const pattern = new RegExp(`^${word}(\\d+)$`)
  const found = new Map()
  for (const folder of foldersOf(environment)) {
    for (const name of namesIn(folder)) {
      const number = Number(pattern.exec(name)?.[1])
      const file = join(folder, name)
      if (number >= 0 && !found.has(number) && isExecutable(file)) found.set(number, file)
    }
  }
  return [...found].sort(([one], [other]) => other - one).map(([, file]) => file)
}

function foldersOf({ PATH = '' }) {
  return PATH.split(delimiter).filter((folder) => folder !== '')
}

function namesIn(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
