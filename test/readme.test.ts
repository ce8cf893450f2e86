import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tables } from './schema/rights-matrix.ts'
import { blocksOf, namedIn } from './support/markdown.ts'
import { filesBelow, home } from './support/tracked-files.ts'

const readme = await readFile(join(home, 'README.md'), 'utf8')
const packageJson: unknown = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))

describe.each([
  'README.md',
  'CONTRIBUTING.md',
  'STYLE.md',
  'GLOSSARY.md',
  'migrations/README.md',
  'docs/architecture.md',
  'docs/local-database.md',
  'docs/performance.md',
  'docs/security.md',
  ...(await filesBelow('docs/schema', '.md')),
])('%s', (page) => {
  it('names only files that are there', async () => {
    const text = await readFile(join(home, page), 'utf8')
    const links = [...text.matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, path = '']) =>
      join(dirname(page), path),
    )
    const folders = [home, join(home, dirname(page)), join(home, 'src')]
    const missing = [...namedIn(text).filter(isPath), ...links, ...treeIn(text)].filter(
      (path) => !folders.some((folder) => existsSync(join(folder, path))),
    )
    expect(missing).toEqual([])
  })

  it('names only scripts that package.json has', async () => {
    const text = await readFile(join(home, page), 'utf8')
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(
      ([, name = '']) => name,
    )
    const unknown = named.filter((name) => !scriptNames().includes(name))
    expect(unknown).toEqual([])
  })
})

describe('the columns of profiles that README names', () => {
  const { text: client = '' } = blocksOf(readme).find(({ language }) => language === 'js') ?? {}
  const rights = tables.find(({ name }) => name === 'public.profiles')?.rights.authenticated

  it('to ask for are those that a client may read', () => {
    expect(/select\('([^']+)'\)/.exec(client)?.[1]?.split(', ')).toEqual(rights?.select)
  })

  it('to write are those that a client may change', () => {
    expect(/update\(\{ ([^}]+) \}\)/.exec(client)?.[1]?.split(', ')).toEqual(rights?.update)
  })
})

it('README is short', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(190)
})

/** A path of this project, not a pattern such as `schema/tables/<table>.sql` or what git ignores. */
function isPath(name: string): boolean {
  const looksLikeOne =
    /^[\w.-]+\/[\w./-]*$/.test(name) || /^[\w-]+\.(ts|sql|md|json|sum)$/.test(name)
  return looksLikeOne && !name.startsWith('.local')
}

/** What the lines of a plain block begin with: `src/`, `.ci/run`. */
function treeIn(page: string): string[] {
  return blocksOf(page).flatMap(({ text }) => text.match(/^[\w.-]+\/\w*(?= )/gm) ?? [])
}

function scriptNames(): string[] {
  const known = typeof packageJson === 'object' && packageJson !== null && 'scripts' in packageJson
  const { scripts } = known ? packageJson : { scripts: undefined }
  return typeof scripts === 'object' && scripts !== null ? Object.keys(scripts) : []
}
