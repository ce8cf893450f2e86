import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { malformedSeal } from './checksum.ts'
import type { Seal, SealDifference, SealedFile } from './checksum.ts'
import { sealedFiles } from './migrations.ts'
import type { MigrationFolder } from './migrations.ts'
import { decodeText, loadIfThere } from './read-text.ts'

/**
 * Throws UserError unless atlas.sum, as a merge leaves it, shows that no file but the `open` one was edited or removed
 * since it was sealed. What the merge brought need not be in it.
 */
export async function checkMergedSeal(folder: MigrationFolder, open: string): Promise<void> {
  const path = join(folder.path, 'atlas.sum')
  const bytes = await loadIfThere(path)
  if (bytes === undefined) {
    throw new UserError(
      `${path}: missing, so nothing shows which files were edited. Restore one side's: git checkout --ours ${path}`,
    )
  }
  const lines = parseMergedSeal(decodeText(bytes, path), path)
  const difference = compareMergedSeal(lines, sealedFiles(folder))
  const { edited, missing } = difference
  const [first] = firstEdited(difference)
  const reasons = [
    ...(first === undefined || (first === open && edited.length === 1)
      ? []
      : [`  edited: ${first}`]),
    ...missing.map((name) => `  missing: ${name}`),
  ]
  if (reasons.length === 0) return
  throw new UserError(
    `${path}: a merge does not explain all differences from the sealed migrations:\n${reasons.join('\n')}\n` +
      'Restore them (git checkout). If the change is intended, rename the files by hand and run: npm run hash',
  )
}

/**
 * Reads the lines of atlas.sum as a merge leaves them: those of both sides, with or without the marks of a
 * conflict. Throws UserError naming `file` and the line for anything else.
 */
export function parseMergedSeal(text: string, file: string): Seal['lines'] {
  return text.split('\n').flatMap((line, at) => {
    if (line === '' || marks.test(line) || /^h1:[A-Za-z0-9+/]{43}=$/.test(line)) return []
    const groups = /^(?<name>.+) h1:(?<hash>[A-Za-z0-9+/]{43}=)$/.exec(line)?.groups
    if (groups?.['name'] === undefined || groups['hash'] === undefined)
      throw malformedSeal(file, at + 1)
    return [{ name: groups['name'], hash: groups['hash'] }]
  })
}

/** The file that was edited: a line after the first that does not match says nothing about its file. */
export function firstEdited({ edited, missing }: SealDifference): string[] {
  return edited.slice(0, 1).filter((name) => missing.every((gone) => gone > name))
}

/** What git writes around the two sides of a conflict, and before their common ancestor. */
const marks = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/

/**
 * Compares the lines of both sides of a merge with the files as they are. A line covers the files of its side only.
 * It matches when its hash is that of its file after some of the files whose lines match. `edited` names every file
 * with a line that does not match. The first of them was edited, or one before it was removed.
 */
export function compareMergedSeal(
  lines: Seal['lines'],
  files: readonly SealedFile[],
): SealDifference {
  const sides = Map.groupBy(lines, ({ name }) => name)
  const names = new Set(files.map(({ name }) => name))
  const chains: Hash[] = [createHash('sha256')]
  const edited = files.filter((file) => {
    const hashes = new Set(sides.get(file.name)?.map(({ hash }) => hash))
    const found = [...hashes].map((hash) => findChain(chains, file, hash))
    chains.push(...found.filter((chain) => chain !== undefined))
    return found.includes(undefined)
  })
  return {
    edited: edited.map(({ name }) => name),
    added: [...names].filter((name) => !sides.has(name)),
    missing: [...sides.keys()].filter((name) => !names.has(name)),
  }
}

/** The running hash behind a file whose line is `hash`; undefined where no chain of files leads to it. */
function findChain(
  chains: readonly Hash[],
  { name, bytes }: SealedFile,
  hash: string,
): Hash | undefined {
  // The last one fits nearly always.
  for (const chain of chains.toReversed()) {
    const next = chain.copy().update(name).update(bytes)
    if (next.copy().digest('base64') === hash) return next
  }
  return undefined
}
