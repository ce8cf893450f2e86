import { isBuiltin } from 'node:module'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hashOfFiles, knownBundle, manifestOf, stampOf, writeWhole } from './known-bundle.mjs'
import type { Manifest } from './known-bundle.mjs'

/**
 * The path of one JavaScript file with all that a script imports of the project's own, or undefined where there is none
 * and none can be built: then the script's files are loaded one by one. It is built when a file of it has changed.
 * A verb starts in a third of the time: hundreds of files are neither looked for nor compiled.
 * @param script The path of a TypeScript file.
 * @param folder Where bundles are kept; made when it is missing.
 */
export async function bundleOf(script: string, folder: string): Promise<string | undefined> {
  const manifest = manifestOf(script, folder)
  try {
    return knownBundle(manifest) ?? (await build(script, manifest))
  } catch {
    // Nobody needs it: a mistake in a source is better told by Node, and a folder may be read-only.
    return undefined
  }
}

async function build(script: string, manifest: string): Promise<string> {
  const { rolldown } = await import('rolldown')
  const built = await rolldown({
    input: script,
    platform: 'node',
    external: staysOutside,
    logLevel: 'silent',
    plugins: [{ name: 'places', transform: keepPlaces }],
  })
  const { output } = await built.generate({
    format: 'esm',
    codeSplitting: false,
    // An error tells its place in the sources: mapped-stack.mjs reads the map.
    sourcemap: 'hidden',
  })
  await built.close()
  const [{ code, map, moduleIds }] = output
  // How it is built belongs to it.
  const files = [import.meta.filename, ...moduleIds.filter(isAbsolute)].toSorted()
  // The stamp is older than what is read: of a file that changes meanwhile it is wrong, and the file is read again.
  const stamp = stampOf(files)
  const hash = hashOfFiles(files)
  const bundle = manifest.replace(/\.json$/, `-${hash.slice(0, 12)}.mjs`)
  mkdirSync(dirname(manifest), { recursive: true })
  writeWhole(`${bundle}.map`, String(map))
  writeWhole(bundle, code)
  writeWhole(manifest, JSON.stringify({ bundle, files, hash, stamp } satisfies Manifest))
  removeOthers(manifest, bundle)
  return bundle
}

/** Packages that every verb loads, of many small files. The others stay: some have programs and files beside them. */
const inBundle = ['pg', '@databases/sql', '@databases/pg-errors']

/** Whether a module is loaded from where it is. What a package of the bundle imports belongs to the bundle. */
function staysOutside(id: string, importer: string | undefined): boolean {
  if (/^[./]/.test(id)) return false
  if (isBuiltin(id) || optional.has(id)) return true
  return !inBundle.includes(id) && importer?.includes('/node_modules/') !== true
}

/** A package that `pg` loads where somebody installed it. */
const optional = new Set(['pg-native'])

/** A module finds the files next to its source, wherever the bundle is. No line moves, so that no map is needed. */
function keepPlaces(code: string, id: string): { readonly code: string; readonly map: null } {
  const kept = code
    .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
    .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
  return { code: kept, map: null }
}

/** Removes the bundles of what the script was before. One of the same files may be about to be loaded by others. */
function removeOthers(manifest: string, bundle: string): void {
  const start = `${basename(manifest, '.json')}-`
  for (const name of readdirSync(dirname(manifest)))
    if (name.startsWith(start) && !name.startsWith(basename(bundle)))
      rmSync(join(dirname(manifest), name), { force: true })
}
