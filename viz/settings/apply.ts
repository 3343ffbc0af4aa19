import type { Settings } from '../player/settings.ts'
import './applied.css'

/** Hands the settings that style sheets heed to them; colours and words are the page's own business. */
export function applySettings(root: HTMLElement, { textSize, motion, contrast }: Settings): void {
  root.dataset['textSize'] = String(textSize)
  root.dataset['motion'] = motion
  root.dataset['contrast'] = contrast
}
