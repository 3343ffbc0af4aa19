/** What the process says when it ends (contracts §3). */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongInput: 2,
  ourBug: 70,
  interrupted: 130,
  terminated: 143,
} as const

/** What was typed, or a file that it names, is wrong: one sentence without a stack trace, exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** Somebody pressed Ctrl-C or asked the process to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  readonly exitCode: number

  constructor(exitCode: number) {
    super('interrupted')
    this.exitCode = exitCode
  }
}

/** The message of a failed call of the system, without the name of the call. */
export function systemMessage(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return SYSTEM_MESSAGES[code ?? ''] ?? message
}

/** The same for something that was to be written: what is missing then is the folder. */
export function writingMessage(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' ? 'a folder that is not there' : systemMessage(error)
}

const SYSTEM_MESSAGES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a file where a folder should be',
  EISDIR: 'a folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a read-only disk',
  ENOSPC: 'a full disk',
  ENAMETOOLONG: 'a name that is too long',
}

/** Whether an error comes from the system (files, disks) and not from our code. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string'
}
