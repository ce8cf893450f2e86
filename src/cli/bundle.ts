import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a bundle was built from; kept in the same folder. */
interface Manifest {
  readonly bundle: string
  /** The files that are in it. */
  readonly files: readonly string[]
  /** A hash of them all. */
  readonly hash: string
  /** Their sizes and times: while these are the same, no file needs to be read. */
  readonly stamp: string
}

/**
 * The path of one JavaScript file with all that a script imports of the project's own, or undefined where there is none
 * and none can be built: then the script's files are loaded one by one. It is built when a file of it has changed.
 * A verb starts in a third of the time: hundreds of files are neither looked for nor compiled.
 * @param script The path of a TypeScript file.
 * @param folder Where bundles are kept; made when it is missing.
 */
export async function bundleOf(script: string, folder: string): Promise<string | undefined> {
  const note = join(folder, `${basename(script, '.ts')}-${hashOf([script]).slice(0, 12)}.json`)
  try {
    return known(note) ?? (await build(script, note))
  } catch {
    // Nobody needs it: a mistake in a source is better told by Node, and a folder may be read-only.
    return undefined
  }
}

/** The bundle that a note names, where no file of it has changed. */
function known(note: string): string | undefined {
  const manifest = readManifest(note)
  if (manifest === undefined || !existsSync(manifest.bundle)) return undefined
  const stamp = stampOf(manifest.files)
  if (stamp === manifest.stamp) return manifest.bundle
  if (hashOfFiles(manifest.files) !== manifest.hash) return undefined
  write(note, JSON.stringify({ ...manifest, stamp }))
  return manifest.bundle
}

function readManifest(note: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8'))
  } catch {
    return undefined
  }
}

async function build(script: string, note: string): Promise<string> {
  const { rolldown } = await import('rolldown')
  const built = await rolldown({
    input: script,
    platform: 'node',
    // Packages stay where they are: some have programs and modules that are found by their folder.
    external: /^[^./]/,
    logLevel: 'silent',
    plugins: [{ name: 'places', transform: keepPlaces }],
  })
  const { output } = await built.generate({
    format: 'esm',
    codeSplitting: false,
    // An error tells its place in the sources.
    sourcemap: 'hidden',
  })
  await built.close()
  const [{ code, map, moduleIds }] = output
  // How it is built belongs to it.
  const files = [import.meta.filename, ...moduleIds.filter(isAbsolute)].toSorted()
  // The stamp is older than what is read: of a file that changes meanwhile it is wrong, and the file is read again.
  const stamp = stampOf(files)
  const hash = hashOfFiles(files)
  const bundle = note.replace(/\.json$/, `-${hash.slice(0, 12)}.mjs`)
  mkdirSync(dirname(note), { recursive: true })
  write(`${bundle}.map`, String(map))
  write(bundle, `${code}\n//# sourceMappingURL=${basename(bundle)}.map\n`)
  write(note, JSON.stringify({ bundle, files, hash, stamp } satisfies Manifest))
  removeOthers(note, bundle)
  return bundle
}

/** A module finds the files next to its source, wherever the bundle is. No line moves, so that no map is needed. */
function keepPlaces(code: string, id: string): { readonly code: string; readonly map: null } {
  const kept = code
    .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
    .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
  return { code: kept, map: null }
}

/** Removes the bundles of what the script was before. One of the same files may be about to be loaded by others. */
function removeOthers(note: string, bundle: string): void {
  const start = `${basename(note, '.json')}-`
  for (const name of readdirSync(dirname(note)))
    if (name.startsWith(start) && !name.startsWith(basename(bundle)))
      rmSync(join(dirname(note), name), { force: true })
}

/** Whole or not at all: others may read it at the same time. */
function write(path: string, text: string): void {
  const own = `${path}.${String(process.pid)}`
  writeFileSync(own, text)
  renameSync(own, path)
}

/** A time of change cannot be set by hand, as that of the content can. A file that is gone has none. */
function stampOf(paths: readonly string[]): string {
  const stamps = paths.map((path) => {
    const { size, mtimeMs, ctimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {}
    return [size, mtimeMs, ctimeMs].join()
  })
  return hashOf(stamps)
}

function hashOfFiles(paths: readonly string[]): string {
  return hashOf(paths.map((path) => (existsSync(path) ? readFileSync(path) : '')))
}

function hashOf(parts: readonly (Buffer | string)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}
