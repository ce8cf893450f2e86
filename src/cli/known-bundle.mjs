// What every run of a verb needs to find its bundle. It is JavaScript: to read TypeScript, Node loads a compiler first,
// which takes 15 MB and 40 ms.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * What a bundle was built from; kept in the same folder.
 * @typedef {object} Manifest
 * @property {string} bundle its path
 * @property {readonly string[]} files those that are in it
 * @property {string} hash of them all
 * @property {string} stamp their sizes and times: while these are the same, no file needs to be read
 */

/**
 * The path of the manifest of a script's bundle.
 * @param {string} script the path of the script
 * @param {string} folder where bundles are kept
 */
export function manifestOf(script, folder) {
  return join(folder, `${basename(script, '.ts')}-${hashOf([script]).slice(0, 12)}.json`)
}

/**
 * The bundle that a manifest names, where no file of it has changed; undefined else.
 * @param {string} path of the manifest
 * @returns {string | undefined}
 */
export function knownBundle(path) {
  const manifest = readManifest(path)
  if (manifest === undefined || !existsSync(manifest.bundle)) return undefined
  const stamp = stampOf(manifest.files)
  if (stamp === manifest.stamp) return manifest.bundle
  if (hashOfFiles(manifest.files) !== manifest.hash) return undefined
  keepStamp(path, { ...manifest, stamp })
  return manifest.bundle
}

/**
 * Where the folder is somebody else's the files are read again the next time, that is all.
 * @param {string} path
 * @param {Manifest} manifest
 */
function keepStamp(path, manifest) {
  try {
    writeWhole(path, JSON.stringify(manifest))
  } catch {}
}

/**
 * @param {string} path
 * @returns {Manifest | undefined}
 */
function readManifest(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Writes a file whole or not at all: others may read it at the same time.
 * @param {string} path
 * @param {string} text
 */
export function writeWhole(path, text) {
  const own = `${path}.${String(process.pid)}`
  writeFileSync(own, text)
  renameSync(own, path)
}

/**
 * Sizes and times of files. A time of change cannot be set by hand, as that of the content can. A file that is gone has
 * none.
 * @param {readonly string[]} paths
 */
export function stampOf(paths) {
  const stamps = paths.map((path) => {
    const { size, mtimeMs, ctimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {}
    return [size, mtimeMs, ctimeMs].join()
  })
  return hashOf(stamps)
}

/**
 * A hash of what files hold.
 * @param {readonly string[]} paths
 */
export function hashOfFiles(paths) {
  return hashOf(paths.map((path) => (existsSync(path) ? readFileSync(path) : '')))
}

/**
 * @param {readonly (Buffer | string)[]} parts
 */
function hashOf(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}
