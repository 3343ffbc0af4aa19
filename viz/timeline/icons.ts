const PATHS = {
  play: 'M7 4.5v15l13-7.5z',
  pause: 'M6 4.5h4v15H6zM14 4.5h4v15h-4z',
  back: 'M5 5h3v14H5zM20 5v14L9.5 12z',
  theme: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2v14a7 7 0 0 1 0-14z',
  on: 'M16 5h3v14h-3zM4 5v14l10.5-7z',
} as const

/** A small picture inside a button; the button's own name says what it does. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
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
