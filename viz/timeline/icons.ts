const PATHS = {
  play: 'M7 4.5v15l13-7.5z',
  pause: 'M6 4.5h4v15H6zM14 4.5h4v15h-4z',
  back: 'M5 5h3v14H5zM20 5v14L9.5 12z',
  theme: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2v14a7 7 0 0 1 0-14z',
  on: 'M16 5h3v14h-3zM4 5v14l10.5-7z',
  settings:
    'M19.4 13a7.5 7.5 0 0 0 0-2l2.1-1.6-2-3.5-2.5 1a7.3 7.3 0 0 0-1.7-1L15 3H9l-.4 2.9a7.3 7.3 0 0 0-1.7 1l-2.5-1-2 3.5L4.6 11a7.5 7.5 0 0 0 0 2l-2.1 1.6 2 3.5 2.5-1a7.3 7.3 0 0 0 1.7 1L9 21h6l.4-2.9a7.3 7.3 0 0 0 1.7-1l2.5 1 2-3.5zM12 15.5a3.5 3.5 0 1 1 0-7 3.5 3.5 0 0 1 0 7z',
  skip: 'M3 10.8h2.4v2.4H3zM7.6 10.8H10v2.4H7.6zM11.5 5l6.5 7-6.5 7zM18 5h2.6v14H18z',
  chapters:
    'M4 5h3v3H4zM9.5 5.3H20v2.4H9.5zM4 10.5h3v3H4zM9.5 10.8H20v2.4H9.5zM4 16h3v3H4zM9.5 16.3H20v2.4H9.5z',
  again:
    'M12 4a8 8 0 1 0 7.7 10h-2.6A5.5 5.5 0 1 1 12 6.5c1.5 0 2.9.6 3.9 1.6L13 11h7V4l-2.4 2.4A8 8 0 0 0 12 4z',
} as const
export type IconName = keyof typeof PATHS

/** A small picture inside a button; the button's own name says what it does. */
export function icon(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.classList.add('icon', `icon-${name}`)
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}
