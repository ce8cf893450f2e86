import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { kinds } from '../../src/model/kind.ts'
import { filesBelow, home } from '../support/tracked-files.ts'

const sources = [...(await filesBelow('src', '.ts')), ...(await filesBelow('aura', '.ts'))]

/** Folders of one file a kind, a verb or a rule of a linter: they grow with what there is. */
const oneFileEach = new Set([
  'src/commands',
  'src/report',
  'src/lint/rules',
  'src/model/kinds',
  'src/plan/rules',
  'src/postgres/read',
])

/** Names of files that may occur twice: a verb has a file in each floor, a kind one in each folder about kinds. */
const verbs = new Set(
  [...(await filesBelow('scripts', '.ts')), ...(await filesBelow('src/commands', '.ts'))].map(
    (path) => basename(path, '.ts'),
  ),
)
const kindNames = new Set(kinds.map(dashed).flatMap((kind) => [kind, `${kind}s`]))

it('a folder holds at most 20 files, but those with a file for each kind, verb or rule', () => {
  const sizes = Map.groupBy(sources, (path) => dirname(path))
  const large = [...sizes].filter(
    ([folder, files]) => files.length > 20 && !oneFileEach.has(folder),
  )
  expect(large.map(([folder, files]) => `${folder}: ${files.length} files`)).toEqual([])
})

it('two files have one name only where it is that of a verb or a kind', () => {
  const named = Map.groupBy(sources, (path) => basename(path, '.ts'))
  const twice = [...named].filter(
    ([name, files]) => files.length > 1 && !verbs.has(name) && !kindNames.has(name),
  )
  expect(twice.map(([, files]) => files.join(', '))).toEqual([])
})

it('folders of one folder know each other in one direction only', async () => {
  const imports = await Promise.all(sources.map(importsOf))
  expect(findMutual(imports.flat())).toEqual([])
})

it('names folders that know each other', () => {
  const known = [
    { from: 'src/a/x', to: 'src/a/y' },
    { from: 'src/a/y/deep', to: 'src/a/x' },
    { from: 'src/a/y', to: 'src/b/z' },
  ]
  expect(findMutual(known)).toEqual(['src/a/x, src/a/y'])
})

interface FolderImport {
  readonly from: string
  readonly to: string
}

/** The cycles of neighbours, each as its folders; a folder and those inside it are one thing. */
function findMutual(imports: readonly FolderImport[]): string[] {
  const edges = Map.groupBy(imports.flatMap(siblingsOf), ({ from }) => from)
  const reached = new Map([...edges.keys()].map((folder) => [folder, reachFrom(folder, edges)]))
  const groups = [...reached.keys()]
    .filter((folder) => reached.get(folder)?.has(folder) === true)
    .map((folder) =>
      [...(reached.get(folder) ?? [])]
        .filter((other) => reached.get(other)?.has(folder) === true)
        .toSorted()
        .join(', '),
    )
  return [...new Set(groups)].toSorted()
}

/** The two neighbours below the deepest folder that holds both ends; none where one lies in the other. */
function siblingsOf({ from, to }: FolderImport): FolderImport[] {
  const [left, right] = [from.split('/'), to.split('/')]
  const at = left.findIndex((name, index) => name !== right[index])
  if (at === -1 || at >= right.length) return []
  return [{ from: left.slice(0, at + 1).join('/'), to: right.slice(0, at + 1).join('/') }]
}

function reachFrom(
  folder: string,
  edges: ReadonlyMap<string, readonly FolderImport[]>,
): Set<string> {
  const reached = new Set<string>()
  const next = [folder]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    for (const { to } of edges.get(at) ?? []) {
      if (reached.has(to)) continue
      reached.add(to)
      next.push(to)
    }
  }
  return reached
}

async function importsOf(path: string): Promise<FolderImport[]> {
  const text = await readFile(join(home, path), 'utf8')
  return [...text.matchAll(/ from '(?<spec>\.[^']+)'/g)].map(({ groups }) => ({
    from: dirname(path),
    to: dirname(join(dirname(path), groups?.['spec'] ?? '')),
  }))
}

/** `publicationMember` is `publication-member`. */
function dashed(kind: string): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
