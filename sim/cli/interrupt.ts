import { EXIT, Interrupted } from './exit.ts'

const controller = new AbortController()

/** Aborted by Ctrl-C or SIGTERM; its reason is an Interrupted. */
export const interruption: AbortSignal = controller.signal

/** How long what is going on may take to stop by itself, in milliseconds. */
const GRACE = 2000

/** Turns signals into an Interrupted at the next breath. A second one ends the process at once. */
export function listenForInterruption(): void {
  for (const [signal, exitCode] of [
    ['SIGINT', EXIT.interrupted],
    ['SIGTERM', EXIT.terminated],
  ] as const) {
    process.on(signal, () => {
      if (interruption.aborted) process.exit(exitCode)
      controller.abort(new Interrupted(exitCode))
      setTimeout(() => process.exit(exitCode), GRACE).unref()
    })
  }
}

/** How long the event loop may wait, in milliseconds. */
const BREATH = 25

let lastBreath = 0

/** To be called often in long work: lets signals and streams have their turn now and then. Throws when interrupted. */
export async function breathe(): Promise<void> {
  const now = performance.now()
  if (now - lastBreath < BREATH) return
  await new Promise((resolve) => setImmediate(resolve))
  lastBreath = performance.now()
  interruption.throwIfAborted()
}
