import type { Run } from '../reference-run.ts'

/** Whether it is her day of the week. */
export function isHerDay({ day }: Run, person: number): boolean {
  return (person + day) % 7 === 0
}
