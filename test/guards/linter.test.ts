import { spawnSync } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withFiles } from '../support/files.ts'
import { home } from '../support/tracked-files.ts'

/** The folders of the library from the ground up. A folder may know those below it, not its neighbours. */
const floors = [
  ['sql', 'model'],
  ['files', 'postgres'],
  ['observer', 'plan', 'lint', 'docs', 'workbench', 'atlas', 'types', 'pgtap'],
  ['proof', 'deploy'],
  ['targets'],
  ['planning'],
  ['checks'],
  ['commands', 'report'],
  ['cli'],
  ['scripts'],
]

/** Every folder of the library: one that no floor has would be free to import anything. */
const folders = await foldersBelow('src')

/** Neighbours that may be known: what a command returns is what a report renders. */
const neighbours = new Set(['report commands', 'sql model', 'model sql'])

/** What a folder may not know though it lies below: a plan follows from values alone, the observer from PostgreSQL. */
const withheld: Readonly<Record<string, readonly string[]>> = {
  plan: ['files', 'postgres'],
  docs: ['files', 'postgres'],
  observer: ['sql', 'model', 'files'],
}

interface Import {
  readonly from: string
  readonly to: string
}

const pairs: readonly Import[] = floors
  .flat()
  .filter((from) => from !== 'scripts')
  .flatMap((from) =>
    floors
      .flat()
      .filter((to) => to !== from)
      .map((to) => ({ from, to })),
  )
const upwards = pairs.filter(
  ({ from, to }) => floorOf(to) >= floorOf(from) && !neighbours.has(`${from} ${to}`),
)
const downwards = pairs.filter(
  ({ from, to }) => floorOf(to) < floorOf(from) && withheld[from]?.includes(to) !== true,
)

const kept = Object.entries(withheld).flatMap(([from, below]) => below.map((to) => ({ from, to })))

/** Beside the library: aura/ knows the project and the library, client/ is copied by others and knows neither. */
const besides = {
  'src/cli/knows-project.ts': importText('../../aura/x.ts'),
  'src/sql/knows-client.ts': importText('../../client/x.ts'),
  'aura/knows-scripts.ts': importText('../scripts/x.ts'),
  'client/knows-library.ts': importText('../src/errors.ts'),
  'client/knows-project.ts': importText('../aura/x.ts'),
}

const readsEnvironment = "/** Read. */\nexport const path = process.env['PATH']\n"
const environmentReaders = [
  ...floors.flat().map((folder) => `src/${folder}/env.ts`),
  'scripts/env.ts',
]
const pure = [
  'sql',
  'sql/scan',
  'model',
  'plan',
  'plan/hazards',
  'plan/rules/facets',
  'docs',
  'docs/html',
  'report',
]

/** Two files that know each other by their types alone. */
const cycle = {
  'src/sql/first.ts': cycleText('First', 'Second'),
  'src/sql/second.ts': cycleText('Second', 'First'),
}

/** Each breaks one rule that the guard below expects to be held, by its path. */
const sizes = {
  'src/sql/lines.ts': 'void 0\n'.repeat(201),
  'src/sql/long.ts': `export function long(): void {\n${'  void 0\n'.repeat(41)}}\n`,
  'src/sql/params.ts':
    'export function f(a: 1, b: 1, c: 1, d: 1): number {\n  return a + b + c + d\n}\n',
}

const findings = await lint({
  ...Object.fromEntries(
    [...pairs, ...kept].map((pair) => [importPath(pair), importText(`../${pair.to}/x.ts`)]),
  ),
  ...Object.fromEntries(pure.map((folder) => [impurePath(folder), importText('node:fs/promises')])),
  ...cycle,
  ...besides,
  'aura/knows-library.ts': importText('../src/errors.ts'),
  'aura/knows-client.ts': importText('../client/x.ts'),
  ...Object.fromEntries(environmentReaders.map((path) => [path, readsEnvironment])),
  'src/files/environment.ts': readsEnvironment,
  ...sizes,
})

describe('the linter', () => {
  it('has a floor for every folder of the library', () => {
    const known = new Set(floors.flat())
    const lacking = [...folders]
      .filter((folder) => !known.has(folder))
      .map(
        (folder) =>
          `src/${folder} has no floor: say in .oxlintrc.json what it may not import, and add it to floors here`,
      )
    expect(lacking).toEqual([])
    expect(floors.flat().filter((folder) => folder !== 'scripts' && !folders.has(folder))).toEqual(
      [],
    )
  })

  it('refuses an import from a higher floor, and from a neighbour on the same one', () => {
    expect(upwards.length).toBeGreaterThan(40)
    const refused = refusedBy('no-restricted-imports')
    expect(upwards.map(importPath).filter((path) => !refused.has(path))).toEqual([])
  })

  it('lets a folder import from the floors below it', () => {
    const refused = refusedBy('no-restricted-imports')
    expect(downwards.map(importPath).filter((path) => refused.has(path))).toEqual([])
  })

  it('lets aura/ import from the library and from client/, and neither of them from it', () => {
    const refused = [...refusedBy('no-restricted-imports')].filter(
      (path) => path in besides || path.startsWith('aura/') || path.startsWith('client/'),
    )
    expect(refused.toSorted()).toEqual(Object.keys(besides).toSorted())
  })

  it('refuses files and processes to the folders that are pure', () => {
    const refused = refusedBy('no-restricted-imports')
    expect(pure.map(impurePath).filter((path) => !refused.has(path))).toEqual([])
  })

  it('refuses what a folder is kept from though it lies below', () => {
    const refused = refusedBy('no-restricted-imports')
    expect(kept.map(importPath).filter((path) => !refused.has(path))).toEqual([])
  })

  it('refuses files that know each other, if only by their types', () => {
    expect([...refusedBy('no-cycle')].toSorted()).toEqual(Object.keys(cycle))
  })

  it('lets one file read the environment', () => {
    expect([...refusedBy('no-process-env')].toSorted()).toEqual(environmentReaders.toSorted())
  })

  it('holds the sizes of files and functions, and how many parameters one has', () => {
    expect({
      lines: [...refusedBy('max-lines')],
      functions: [...refusedBy('max-lines-per-function')],
      params: [...refusedBy('max-params')],
    }).toEqual({
      lines: ['src/sql/lines.ts'],
      functions: ['src/sql/long.ts'],
      params: ['src/sql/params.ts'],
    })
  })
})

function floorOf(folder: string): number {
  return floors.findIndex((floor) => floor.includes(folder))
}

function importPath({ from, to }: Import): string {
  return `src/${from}/knows-${to.replace('/', '-')}.ts`
}

function impurePath(folder: string): string {
  return `src/${folder}/impure.ts`
}

function importText(from: string): string {
  return `import { x } from '${from}'\n\nexport const y = x\n`
}

function cycleText(name: string, other: string): string {
  const from = `./${other.toLowerCase()}.ts`
  return `import type { ${other} } from '${from}'\n\n/** Knows it. */\nexport type ${name} = ${other}[]\n`
}

/** The folders right below one. */
async function foldersBelow(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(join(home, folder), { withFileTypes: true })
  return new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name))
}

function refusedBy(rule: string): Set<string> {
  return new Set(
    findings.filter(({ code }) => code.endsWith(`(${rule})`)).map(({ filename }) => filename),
  )
}

interface Finding {
  readonly code: string
  readonly filename: string
}

/** Lints files under this project's rules, all but those that need types. */
async function lint(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  const rules = await readFile(join(home, '.oxlintrc.json'), 'utf8')
  const untyped = rules.replace('"typeAware": true', '"typeAware": false')
  return withFiles({ ...files, '.oxlintrc.json': untyped, '.gitignore': '' }, async (cwd) => {
    const { stdout, stderr } = spawnSync(
      join(home, 'node_modules/.bin/oxlint'),
      ['--format', 'json'],
      { cwd, encoding: 'utf8', maxBuffer: 1 << 26 },
    )
    expect(stderr).toBe('')
    const { diagnostics } = JSON.parse(stdout)
    return diagnostics
  })
}
