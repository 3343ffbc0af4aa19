import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Time that a program has to end when it is asked to. */
const END_SECONDS_MAX = 5

/** The certificate as the text of one plain script: no modules, nothing of Node, nothing of a page. */
export async function bundleCertificate() {
  const [{ output }] = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2020',
      lib: { entry: 'test/engines/certificate.ts', formats: ['iife'], name: 'certificate' },
    },
  })
  return inPlainLetters(output[0].code)
}

/** Shells differ in how they read a file: everything outside of ASCII is written as an escape. */
function inPlainLetters(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * What an engine makes of the certificate: the certificate, or the problem that it had with it, and the seconds it took,
 * start included. `folder` is for what it has to write down meanwhile.
 */
export async function runCertificate(engine, { bundle, folder, daysMax, secondsMax = 300, signal }) {
  const order = daysMax === undefined ? {} : { daysMax }
  const script = `globalThis.certificateOrder = ${JSON.stringify(order)};\n${bundle}`
  const { name, title, version } = engine
  const from = performance.now()
  const found = await printed(engine, { script, folder, secondsMax, signal })
  const seconds = (performance.now() - from) / 1000
  return { name, title, version, seconds, ...(daysMax !== undefined && { daysMax }), ...found }
}

async function printed(engine, options) {
  mkdirSync(options.folder, { recursive: true })
  try {
    const text = await (engine.kind === 'shell' ? inShell : inBrowser)(engine, options)
    return { certificate: JSON.parse(text) }
  } catch (problem) {
    if (options.signal?.aborted) throw problem
    return { problem: problem.message }
  }
}

/** What the script prints when a shell runs it. */
async function inShell(engine, { script, folder, secondsMax, signal }) {
  const file = join(folder, 'certificate.js')
  writeFileSync(file, script)
  const child = start(engine.command, [...engine.arguments, file])
  return ended(child, { secondsMax, signal }, (done) => {
    child.process.on('close', (code) => {
      if (code === 0) done(null, child.output.out)
      else done(new Error(`must end well, got ${code}: ${shortened(child.output)}`))
    })
  })
}

/** What the script prints on a page: the page hands it to a server that lives only for this. */
async function inBrowser(engine, { script, folder, secondsMax, signal }) {
  // A browser that has ended may still tidy up there: the folder is removed later, by whoever made it.
  const profile = mkdtempSync(join(folder, 'profile-'))
  const server = createServer()
  try {
    const address = await listening(server)
    const child = start(engine.command, engine.argumentsFor({ address, profile }))
    return await ended(child, { secondsMax, signal }, (done) => {
      answer(server, script, done)
      child.process.on('close', (code) =>
        done(
          new Error(`must stay until it has printed, got its end with ${code}: ${shortened(child.output)}`),
        ),
      )
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>certificate</title><script>
const send = (where, text) => fetch(where, { method: 'POST', body: text })
window.print = (line) => send('/printed', line)
window.onerror = (message) => send('/failed', String(message))
</script><script src="/certificate.js"></script>`

/** Serves the page and its script, and hears what they send. */
function answer(server, script, done) {
  const files = { '/': ['text/html', PAGE], '/certificate.js': ['text/javascript', script] }
  server.on('request', (request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (text) => (body += text))
    request.on('end', () => {
      const [type, text] = files[request.url] ?? ['text/plain', '']
      response.writeHead(200, { 'content-type': type }).end(text)
      if (request.url === '/printed') done(null, body)
      if (request.url === '/failed') done(new Error(`must end well, got ${body}`))
    })
  })
}

function listening(server) {
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/`))
  })
}

/** Starts a program, in our own group: what a terminal calls off is called off there as well. */
function start(command, words) {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { out: '', error: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (output.out += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (output.error += text))
  return { process: child, output }
}

/** What `listen` reports as done. The program is gone afterwards: done or not, too late, or called off. */
async function ended(child, { secondsMax, signal }, listen) {
  let clock
  let callOff
  try {
    return await new Promise((resolve, reject) => {
      clock = setTimeout(
        () => reject(new Error(`must take at most ${secondsMax} seconds, got no end`)),
        secondsMax * 1000,
      )
      callOff = () => reject(new Error('called off'))
      signal?.addEventListener('abort', callOff)
      if (signal?.aborted) callOff()
      child.process.on('error', reject)
      listen((problem, text) => (problem === null ? resolve(text) : reject(problem)))
    })
  } finally {
    clearTimeout(clock)
    signal?.removeEventListener('abort', callOff)
    await gone(child.process)
  }
}

/** Asks a program to end, so that a browser takes along what it has started, and sees to it that it does. */
async function gone(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const end = new Promise((resolve) => child.on('exit', resolve))
  const clock = setTimeout(() => child.kill('SIGKILL'), END_SECONDS_MAX * 1000)
  child.kill('SIGTERM')
  await end
  clearTimeout(clock)
}

/** What a program said went wrong, on one line: where it names an error, and else the end of it. */
function shortened({ out, error }) {
  const lines = (error.trim() || out.trim() || 'nothing').split('\n')
  const line = lines.find((line) => /(?:Error|Exception): /.test(line)) ?? lines.at(-1)
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}
