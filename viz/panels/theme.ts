import type { Theme } from '../stage/palette.ts'

export type ThemeChoice = 'system' | Theme

/** The theme after this one; the first change from the system's choice is always one that can be seen. */
export function nextTheme(choice: ThemeChoice, system: Theme): ThemeChoice {
  const other = system === 'light' ? 'dark' : 'light'
  return choice === 'system' ? other : choice === other ? system : 'system'
}

export function resolveTheme(choice: ThemeChoice, system: Theme): Theme {
  return choice === 'system' ? system : choice
}
