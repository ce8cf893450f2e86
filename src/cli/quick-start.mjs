// Loaded before a verb's files. Compiling takes half the time of a short run, so the result is cached.
import { realpathSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { knownBundle, manifestOf } from './known-bundle.mjs'
import { mapStacks } from './mapped-stack.mjs'

// What is read of a catalog stays: with each small step in which the heap grows, all of it is copied once more.
setFlagsFromString('--semi-space-growth-factor=4')

const cache = join(import.meta.dirname, '../../node_modules/.cache')
enableCompileCache(join(cache, 'node-compile'))

const [, script = ''] = process.argv
const bundles = join(cache, 'bundles')
// A linked folder leads to the same files.
const real = realpathSync(script)
const bundle = await find(real)
if (bundle !== undefined) {
  const url = pathToFileURL(bundle).href
  mapStacks(url)
  // What Node asks for first is the script.
  const hooks = registerHooks({
    resolve: () => {
      hooks.deregister()
      return { url, format: 'module', shortCircuit: true }
    },
  })
}

/**
 * Nobody needs a bundle: where none can be read, the script's files are loaded one by one.
 * @param {string} path of the script
 */
async function find(path) {
  try {
    return knownBundle(manifestOf(path, bundles)) ?? (await build(path))
  } catch {
    return undefined
  }
}

/** @param {string} path of the script */
async function build(path) {
  const { bundleOf } = await import('./bundle.ts')
  return bundleOf(path, bundles)
}
