import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'
import { findNumbered, findOnPath } from './on-path.mjs'

/** How an engine is given a script: a shell as a file, a browser as a page that sends back what the script printed. */
const KINDS = {
  node: { find: () => [shell(process.execPath)], wants: 'this Node' },
  'other-node': {
    find: (environment) => otherNodes(environment).map((file) => shell(file)),
    wants: 'a node22, node24 or the like on PATH, or paths in $OTHER_NODES',
  },
  chromium: {
    find: (environment) => browsers(findChromium(environment), chromiumArguments),
    wants: 'a chromium, chromium-browser or google-chrome on PATH, or its path in $CHROMIUM',
  },
  spidermonkey: {
    find: (environment) =>
      findNumbered('js', environment)
        .slice(0, 1)
        .map((file) => shell(file)),
    wants: 'a js102, js128 or the like on PATH',
  },
  firefox: {
    find: (environment) => browsers(findOnPath(['firefox-esr', 'firefox'], environment), firefoxArguments),
    wants: 'a firefox-esr or firefox on PATH',
  },
  javascriptcore: {
    find: (environment) => shells(findOnPath(['jsc'], environment), debianVersion),
    wants: 'a jsc on PATH',
  },
  quickjs: { find: quickjs, wants: 'a qjs on PATH, or the packages that `npm ci` installs' },
}

/** Names of the engines that are looked for, the one that all others are compared with first. */
export const ENGINE_NAMES = Object.keys(KINDS)

/** What an engine of this name is found by, in words. */
export function wantsOf(name) {
  return KINDS[name].wants
}

/** The engines of a name on this machine: none, one, or, for other versions of Node, several. */
export function findEngines(name, environment = process.env) {
  return KINDS[name].find(environment).map((engine) => ({ name, ...engine }))
}

/** Those that $OTHER_NODES names, else all on PATH with a number in their name. */
function otherNodes(environment) {
  const named = (environment.OTHER_NODES ?? '').split(delimiter).filter((file) => file !== '')
  return named.length > 0 ? named : findNumbered('node', environment)
}

/** QuickJS by its own shell, else compiled to WebAssembly. */
function quickjs(environment) {
  const file = findOnPath(['qjs'], environment)
  if (file !== undefined) return [{ ...shell(file), version: versionIn(output(file, ['--help'])) }]
  const title = 'quickjs-emscripten'
  const version = versionOfPackage('quickjs-emscripten-core')
  if (version === undefined) return []
  const script = fileURLToPath(new URL('quickjs.mjs', import.meta.url))
  return [{ kind: 'shell', title, version, command: process.execPath, arguments: [script] }]
}

/** Version of a package that npm has installed, or undefined. */
function versionOfPackage(name) {
  const file = fileURLToPath(new URL(`../node_modules/${name}/package.json`, import.meta.url))
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined
}

function shells(file, version) {
  return file === undefined ? [] : [shell(file, version)]
}

function shell(file, version = ownVersion) {
  return { kind: 'shell', title: basename(file), version: version(file), command: file, arguments: [] }
}

function browsers(file, argumentsFor) {
  if (file === undefined) return []
  return [{ kind: 'browser', title: basename(file), version: ownVersion(file), command: file, argumentsFor }]
}

function chromiumArguments({ address, profile }) {
  return [
    ...['--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-sync', `--user-data-dir=${profile}`],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    address,
  ]
}

function firefoxArguments({ address, profile }) {
  return ['--headless', '--no-remote', '--profile', profile, address]
}

function ownVersion(file) {
  return versionIn(output(file, ['--version']))
}

/** Version of the package that a program comes from, for one that does not tell its own. */
function debianVersion(file) {
  const owner = output('dpkg-query', ['--search', realpathSync(file)]).split(':')[0]
  return versionIn(output('dpkg-query', ['--show', '--showformat=${Version}', owner]))
}

/** The first number with a dot or a dash in a text. */
function versionIn(text) {
  return /\d+[.-]\d[\d.-]*(?<!\D)/.exec(text)?.[0] ?? 'of unknown version'
}

function output(command, words) {
  const { stdout } = spawnSync(command, words, { encoding: 'utf8', timeout: 20_000 })
  return stdout ?? ''
}
