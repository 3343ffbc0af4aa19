/** The screens of the page, in the order of their tabs. Lab and compare are one stage: with one side, and with all. */
export const SCREEN_NAMES = ['start', 'lab', 'compare', 'log'] as const
export type ScreenName = (typeof SCREEN_NAMES)[number]

export function isScreenName(text: string): text is ScreenName {
  return (SCREEN_NAMES as readonly string[]).includes(text)
}

/** Something that takes the whole room between the header and the edge of the window. */
export interface Screen {
  readonly element: HTMLElement
  /** It is in the document now. */
  readonly show: () => void
  /** It is about to leave the document; what moves stops. */
  readonly hide: () => void
  /** The language, the look or what is shown has changed. */
  readonly rebuild: () => void
}
