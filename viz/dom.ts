type Attributes = Readonly<Record<string, string | number | boolean | ((event: never) => void)>>

/** One element: attributes by name, listeners by `on…`, `false` leaves an attribute out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener)
    else if (value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children)
  return element
}

/** Writes a text only where it differs, so that nothing is laid out for nothing. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
