import { EXIT } from './exit.ts'
import { listenForInterruption } from './interrupt.ts'
import { createProgram } from './program.ts'
import { tell } from './tell.ts'

process.stdout.on('error', leaveQuietly)
process.stderr.on('error', leaveQuietly)
process.on('uncaughtException', (error) => {
  process.exit(tell(error))
})
listenForInterruption()

try {
  await createProgram((exitCode) => {
    process.exitCode = exitCode
  }).parseAsync()
} catch (error) {
  process.exitCode = tell(error)
}

/** Whoever read our output has gone (`qunxiang scenarios | head -1`): that is no failure. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? EXIT.done)
}
