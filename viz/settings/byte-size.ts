import type { Format } from '../locales/format.ts'

const STEPS = ['KB', 'MB', 'GB'] as const

/** 3.2 MB: as file managers write it, in thousands. */
export function byteSize(bytes: number, format: Pick<Format, 'decimal' | 'count'>): string {
  let size = Math.max(bytes, 0) / 1000
  let at = 0
  while (size >= 1000 && at < STEPS.length - 1) {
    size /= 1000
    at++
  }
  return `${size < 10 ? format.decimal(size) : format.count(size)} ${STEPS[at] ?? ''}`
}
