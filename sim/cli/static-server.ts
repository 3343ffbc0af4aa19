import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

export interface ServerOptions {
  /** Folder whose files are served, and nothing outside it. */
  readonly folder: string
  /** Texts that are served under a path, before the folder is looked at; null: there is nothing there. */
  readonly extras: Readonly<Record<string, string | null>>
}

/** Serves the files of a folder: GET and HEAD, always the newest, and `FILE.br` beside a file to those who take it. */
export function createStaticServer(options: ServerOptions): Server {
  return createServer((request, response) => {
    answer(request, response, options).catch(() => respond(response, 500, 'something went wrong\n'))
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, extras }: ServerOptions,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return respond(response, 405, 'only GET and HEAD\n')
  }
  const path = pathOf(request.url ?? '/')
  if (path === null) return respond(response, 400, 'a path must be one that can be read\n')
  if (Object.hasOwn(extras, path)) {
    const text = extras[path] ?? null
    return text === null
      ? respond(response, 404, 'not here\n')
      : respond(response, 200, text, TYPES[extname(path)])
  }
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
  const isInside = file.startsWith(folder + sep)
  if (!isInside || !(await isFile(file))) return respond(response, 404, 'not here\n')
  const type = TYPES[extname(file).toLowerCase()]
  response.setHeader('vary', 'accept-encoding')
  const packed = `${file}.br`
  if (takesBrotli(request) && (await isFile(packed))) {
    response.setHeader('content-encoding', 'br')
    return respond(response, 200, await readFile(packed), type)
  }
  respond(response, 200, await readFile(file), type)
}

/** Whether the reader can unpack what the build has packed. */
function takesBrotli({ headers }: IncomingMessage): boolean {
  const accepted = String(headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((entry) => entry.split(';').map((part) => part.trim()))
  return accepted.some(
    ([name, ...weights]) => name === 'br' && !weights.some((weight) => /^q=0(?:\.0*)?$/.test(weight)),
  )
}

/** The path of a request, decoded; null for one that nobody can have meant. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''))
    return path.startsWith('/') && !path.includes('\0') && !path.includes('\\') ? path : null
  } catch {
    return null
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

function respond(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  response.end(body) // of a HEAD request node sends the headers only
}
