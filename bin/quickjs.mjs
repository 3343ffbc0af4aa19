#!/usr/bin/env node
/** `node bin/quickjs.mjs FILE`: runs a plain script in QuickJS, as its own shell would, for machines that have none. */
import { readFileSync } from 'node:fs'
import variant from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core'

const [, , file] = process.argv
const quickjs = await newQuickJSWASMModuleFromVariant(variant)
const context = quickjs.newContext()
const print = context.newFunction('print', (line) => {
  process.stdout.write(`${context.getString(line)}\n`)
})
context.setProp(context.global, 'print', print)
const result = context.evalCode(readFileSync(file, 'utf8'), file)
if (result.error) {
  const { name, message, stack } = context.dump(result.error)
  console.error(`${name}: ${message}\n${stack}`)
  process.exitCode = 1
}
