import { createHash } from 'node:crypto'
import { UserError } from '../errors.ts'

/** A file that the checksum covers: its name in the folder and its bytes. */
export interface SealedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** One line of atlas.sum: a file and its running hash, base64 without the `h1:` before it. */
interface SealedLine {
  readonly name: string
  readonly hash: string
}

/** What atlas.sum says: the hash of the whole directory and a line a file. */
export interface Seal {
  readonly total: string
  readonly lines: readonly SealedLine[]
}

/**
 * Seals files in Atlas's format: one running SHA-256 over names and contents in byte order of the names,
 * so that a line also covers all files before it (ariga.io/atlas, sql/migrate, HashFile).
 */
export function sealFiles(files: readonly SealedFile[]): Seal {
  const running = createHash('sha256')
  const lines = files.toSorted(byName).flatMap(({ name, bytes }) => {
    running.update(name)
    if (isUnsealed(bytes)) return []
    running.update(bytes)
    return [{ name, hash: running.copy().digest('base64') }]
  })
  const total = createHash('sha256')
  for (const line of lines) total.update(line.name).update(line.hash)
  return { total: total.digest('base64'), lines }
}

/** Whether a file asks Atlas, in its first line, to be left out of atlas.sum (sql/migrate, `reDirective`). */
export function isUnsealed(bytes: Buffer): boolean {
  const match = /^[ -~]*atlas:(\w+)(?: +([^\n]+))*/.exec(bytes.toString('latin1'))
  return match?.[1] === 'sum' && match[2] === 'ignore'
}

/** The text of atlas.sum. */
export function renderSeal(seal: Seal): string {
  const lines = seal.lines.map(({ name, hash }) => `${name} h1:${hash}`)
  return [`h1:${seal.total}`, ...lines].join('\n') + '\n'
}

/** Reads the text of atlas.sum; throws UserError naming `file` and the line that has not its form. */
export function parseSeal(text: string, file: string): Seal {
  const [first = '', ...rest] = text.trimEnd().split('\n')
  if (!/^h1:[A-Za-z0-9+/]{43}=$/.test(first)) throw malformedSeal(file, 1)
  const lines = rest.map((line, index) => {
    const match = /^(.+) h1:([A-Za-z0-9+/]{43}=)$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined) throw malformedSeal(file, index + 2)
    return { name: match[1], hash: match[2] }
  })
  return { total: first.slice('h1:'.length), lines }
}

/** How the files of a folder differ from what its seal says, each list in byte order. */
export interface SealDifference {
  readonly edited: readonly string[]
  readonly added: readonly string[]
  readonly missing: readonly string[]
}

/**
 * Compares a seal with the files as they are. Each hash covers the files before it too, so only the first
 * edited file can be named, and none behind one that is missing.
 */
export function compareSeal(sealed: Seal, files: readonly SealedFile[]): SealDifference {
  const known = new Set(sealed.lines.map(({ name }) => name))
  const now = new Map(
    sealFiles(files.filter(({ name }) => known.has(name))).lines.map(({ name, hash }) => [
      name,
      hash,
    ]),
  )
  const added = files.map(({ name }) => name).filter((name) => !known.has(name))
  const missing = [...known].filter((name) => !now.has(name))
  const firstDifferent = sealed.lines.find(({ name, hash }) => now.get(name) !== hash)
  const edited = firstDifferent !== undefined && now.has(firstDifferent.name)
  return { edited: edited ? [firstDifferent.name] : [], added, missing }
}

function byName(a: SealedFile, b: SealedFile): number {
  return Buffer.compare(Buffer.from(a.name), Buffer.from(b.name))
}

/** What to say of a line that atlas.sum does not have. */
export function malformedSeal(file: string, line: number): UserError {
  return new UserError(
    `${file}:${line}: not a line of atlas.sum. Write it again with: npm run hash`,
  )
}
