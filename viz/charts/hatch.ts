const SPACE = 'http://www.w3.org/2000/svg'

/** The hatching of sleepers, and of the interval of the dashed line: once for the whole page. */
export function hatch(): SVGSVGElement {
  const svg = document.createElementNS(SPACE, 'svg')
  svg.setAttribute('class', 'hidden')
  svg.setAttribute('aria-hidden', 'true')
  svg.innerHTML =
    '<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
    '<rect width="5" height="5" style="fill:var(--page)"/>' +
    '<rect width="2.6" height="5" style="fill:var(--state-zombie)"/></pattern>' +
    '<pattern id="survival-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
    '<rect width="1.6" height="7" style="fill:var(--secondary);fill-opacity:0.55"/></pattern>'
  return svg
}
