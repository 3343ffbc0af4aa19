import { link, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { scenarioTemplate } from '../scenario/template.ts'
import { EXIT, InputError, writingMessage } from './exit.ts'
import { note } from './output.ts'

/** `qunxiang new FILE`: a scenario to start from. What is there already is never replaced. */
export async function newCommand(path: string): Promise<number> {
  if (!/\.ya?ml$/i.test(path)) throw new InputError(`FILE must end with .yaml, got ${JSON.stringify(path)}`)
  const temporary = join(dirname(path), `.qunxiang-${process.pid}-new.part`)
  try {
    await writeFile(temporary, scenarioTemplate())
    await putThere(temporary, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const got = code === 'EEXIST' ? 'one that is there already' : writingMessage(error)
    throw new InputError(`${path} must be a new file, got ${got}`)
  } finally {
    await rm(temporary, { force: true }).catch(() => {})
  }
  note(`wrote ${path}: \`qunxiang check ${path}\` checks it, \`qunxiang run ${path}\` runs it`)
  return EXIT.done
}

/** A second name for a finished file: unlike a rename it fails where another file has the name. */
async function putThere(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code ?? '')) throw error
    await writeFile(path, scenarioTemplate(), { flag: 'wx' }) // a disk without second names
  }
}
