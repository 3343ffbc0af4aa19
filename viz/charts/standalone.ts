/** What a drawing looks like beyond its shapes; written into every part of it, because no style sheet goes along. */
const LOOK = [
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-opacity',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linejoin',
  ],
  ...[
    'stroke-linecap',
    'paint-order',
    'font-family',
    'font-size',
    'font-weight',
    'text-anchor',
    'opacity',
    'display',
  ],
]
const SPACE = 'http://www.w3.org/2000/svg'
const EDGE = 16

/** A drawing of the page as a file of its own: colours as they are now, type as a list of families, its name above. */
export function standalone(drawing: SVGSVGElement, heading: readonly string[]): string {
  // Only what stands in the document has a look; what was drawn for the file is put there for a moment.
  const isLoose = !drawing.isConnected
  if (isLoose) document.body.append(drawing)
  const copy = drawing.cloneNode(true) as SVGSVGElement
  copyLooks(drawing, copy)
  const page = getComputedStyle(document.body)
  const { width, height } = drawing.getBoundingClientRect()
  if (isLoose) drawing.remove()
  const line = 22
  const top = EDGE + heading.length * line
  const svg = document.createElementNS(SPACE, 'svg')
  const all = { width: width + 2 * EDGE, height: height + top + EDGE }
  set(svg, {
    xmlns: SPACE,
    ...all,
    viewBox: `0 0 ${all.width} ${all.height}`,
    lang: document.documentElement.lang,
  })
  const ground = set(document.createElementNS(SPACE, 'rect'), { ...all, fill: page.backgroundColor })
  const words = heading.map((text, at) => {
    const font = {
      'font-family': page.fontFamily,
      'font-size': at === 0 ? 16 : 14,
      'font-weight': at === 0 ? 600 : 400,
    }
    const element = set(document.createElementNS(SPACE, 'text'), {
      x: EDGE,
      y: EDGE + at * line + 12,
      fill: page.color,
      ...font,
    })
    element.textContent = text
    return element
  })
  set(copy, { x: EDGE, y: top, width, height })
  svg.append(ground, ...patternsOf(copy), ...words, copy)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}`
}

function copyLooks(from: Element, to: Element): void {
  const look = getComputedStyle(from)
  for (const name of LOOK) {
    const value = look.getPropertyValue(name)
    if (value !== '') to.setAttribute(name, value)
  }
  to.removeAttribute('class')
  to.removeAttribute('style')
  Array.from(from.children).forEach((child, at) => {
    const copied = to.children[at]
    if (copied) copyLooks(child, copied)
  })
}

/** The hatchings that a drawing uses; they stand elsewhere in the page. */
function patternsOf(copy: Element): SVGDefsElement[] {
  const used = new Set(
    Array.from(copy.querySelectorAll('[fill^="url("]'), (part) => part.getAttribute('fill') ?? ''),
  )
  const patterns = [...used].flatMap((reference) => {
    const id = /#([\w-]+)/.exec(reference)?.[1] ?? ''
    const pattern = document.getElementById(id)
    if (!pattern) return []
    const copied = pattern.cloneNode(true) as Element
    Array.from(pattern.children).forEach((part, at) => {
      const into = copied.children[at]
      if (into) copyLooks(part, into)
    })
    return [copied]
  })
  if (patterns.length === 0) return []
  const definitions = document.createElementNS(SPACE, 'defs')
  definitions.append(...patterns)
  return [definitions]
}

function set<E extends Element>(element: E, attributes: Readonly<Record<string, string | number>>): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  return element
}
