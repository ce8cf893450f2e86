import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadProject } from '../../src/files/project.ts'
import { portVariableOf } from '../../src/workbench/local.ts'
import { verbs } from '../../scripts/verbs.ts'
import { filesBelow, home } from '../support/tracked-files.ts'

/** What these tests read of package.json and of an entry of the lock file. */
interface Package {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly integrity?: string
  readonly license?: string
}

const own: Package & { scripts: Record<string, string> } = await readJson('package.json')
const lock: { packages: Record<string, Package> } = await readJson('package-lock.json')
const asked = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies }

/** What every verb starts with: compiled files are kept. */
const preload = '--import ./src/cli/quick-start.mjs'

describe('package.json', () => {
  it('asks for exact versions', () => {
    const exact = /^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/
    expect(Object.entries(asked).filter(([, version]) => !exact.test(version))).toEqual([])
  })

  it('has a script for every verb, and a verb for every script', async () => {
    const files = (await filesBelow('scripts', '.ts')).map((path) => basename(path, '.ts'))
    const names = Object.keys(verbs)
    expect({
      files: files.filter((name) => name !== 'verbs').toSorted(),
      commands: Object.entries(own.scripts)
        .filter(([, command]) => command.includes(' scripts/'))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      named: Object.entries(verbs).map(([name, verb]) => name === verb.name),
    }).toEqual({
      files: names.map(fileOf).toSorted(),
      commands: names
        .toSorted()
        .map((name) => [name, `node ${preload} scripts/${fileOf(name)}.ts`]),
      named: names.map(() => true),
    })
  })

  it('is under the licence that LICENSE holds', async () => {
    const text = await readFile(join(home, 'LICENSE'), 'utf8')
    expect(own.license).toBe('Apache-2.0')
    expect(text.trimStart()).toMatch(/^Apache License\n\s+Version 2\.0, January 2004\n/)
    expect(text).toContain('END OF TERMS AND CONDITIONS')
  })
})

describe('package-lock.json', () => {
  it('says of every package which bytes it has', () => {
    const entries = Object.entries(lock.packages).filter(([path]) => path !== '')
    expect(entries.length).toBeGreaterThan(200)
    expect(entries.filter(([, entry]) => entry.integrity?.startsWith('sha512-') !== true)).toEqual(
      [],
    )
  })

  // A registry that lags for a rare platform makes npm leave it out without a word; npm ci then fails there.
  it('holds the package of every platform that a package asks for', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('holds the versions that package.json asks for', () => {
    const { dependencies, devDependencies, optionalDependencies } = lock.packages[''] ?? {}
    expect({ ...dependencies, ...devDependencies, ...optionalDependencies }).toEqual(asked)
  })
})

it('.env.example names the variables of the environments, of the workbench, of Atlas and of the project, and no others', async () => {
  const text = await readFile(join(home, '.env.example'), 'utf8')
  const named = [...text.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name)
  const { environments } = await loadProject(home)
  const ours = environments.map((known) =>
    known.kind === 'remote' ? known.variable : portVariableOf(known),
  )
  const sources = await Promise.all(
    [...(await filesBelow('src', '.ts')), ...(await filesBelow('aura', '.ts'))].map(async (path) =>
      readFile(join(home, path), 'utf8'),
    ),
  )
  const others = sources.join('\n').match(/\b(?:WORKBENCH|AURA_)[A-Z_]*\b|\bATLAS_BINARY\b/g) ?? []
  expect(named.toSorted()).toEqual([...new Set([...ours, ...others])].toSorted())
})

/** Whether a package finds a dependency as Node does: beside it or in a folder above. */
function isLocked(path: string, name: string): boolean {
  const parts = path === '' ? [] : path.split('/node_modules/')
  const folders = parts.map((_, index) =>
    parts.slice(0, parts.length - index).join('/node_modules/'),
  )
  return [
    ...folders.map((folder) => `${folder}/node_modules/${name}`),
    `node_modules/${name}`,
  ].some((found) => found in lock.packages)
}

function fileOf(verb: string): string {
  return verb.replace(':', '-')
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(join(home, path), 'utf8'))
}
