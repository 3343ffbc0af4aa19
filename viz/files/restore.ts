import { askDesk } from '../player/desk.ts'
import type { OpenedLog } from '../player/side.ts'
import { recallLog } from './kept.ts'

/** Logs that were opened before a reload, by the letter of their side; one that is gone, or no longer holds, is left out. */
export async function restoreLogs(
  wanted: readonly { readonly letter: string; readonly log: string }[],
): Promise<ReadonlyMap<string, OpenedLog>> {
  const found = await Promise.all(
    wanted.map(async ({ letter, log }) => {
      const file = await recallLog(log)
      const opened = file && (await readLog(file))
      return opened ? [[letter, opened] as const] : []
    }),
  )
  return new Map(found.flat())
}

function readLog(file: File): Promise<OpenedLog | null> {
  return new Promise((resolve) => {
    askDesk(
      { type: 'open-log', file },
      {
        type: 'opened',
        done: ({ playback, isBranch }) => resolve({ file, playback, isBranch }),
        failed: () => resolve(null),
      },
    )
  })
}
