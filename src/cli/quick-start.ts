import { realpathSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleOf } from './bundle.ts'

// Loaded before a verb's files. Compiling takes half the time of a short run, so the result is cached.
const cache = join(import.meta.dirname, '../../node_modules/.cache')
enableCompileCache(join(cache, 'node-compile'))

const [, script = ''] = process.argv
// A linked folder leads to the same files.
const bundle = await bundleOf(realpathSync(script), join(cache, 'bundles'))
if (bundle !== undefined) {
  process.setSourceMapsEnabled(true)
  const url = pathToFileURL(bundle).href
  // What Node asks for first is the script.
  const hooks = registerHooks({
    resolve: () => {
      hooks.deregister()
      return { url, format: 'module', shortCircuit: true }
    },
  })
}
