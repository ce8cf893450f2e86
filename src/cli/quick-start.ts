import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Loaded before a verb's own files: half of what a short run takes goes into compiling them, which is kept for the next.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/node-compile'))
