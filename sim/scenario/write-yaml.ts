import { Document, isMap, isScalar, visit } from 'yaml'
import type { FileValues } from './shortest.ts'

/** Columns after which a map or list in one line is broken up. */
const WIDTH = 110

/** The text of a scenario file, with `comments` as its first lines; what holds single values only is one line. */
export function writeYaml(values: FileValues, comments: readonly string[] = []): string {
  const { offer } = values
  // A list of one product is written like a product.
  const shown =
    Array.isArray(offer) && offer.length === 1 ? { ...values, offer: offer[0] as unknown } : values
  const document = new Document(shown)
  visit(document, {
    Collection: (_, node) => {
      const inside = isMap(node) ? node.items.map(({ value }) => value) : node.items
      node.flow = node !== document.contents && inside.every((item) => isScalar(item))
    },
  })
  const lines = comments.map((comment) => `# ${comment.replaceAll(/\s+/g, ' ')}\n`)
  return lines.join('') + document.toString({ lineWidth: WIDTH })
}
