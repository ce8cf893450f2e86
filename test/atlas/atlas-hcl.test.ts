import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadProject } from '../../src/files/project.ts'

/** The text between the braces of each block of a kind, by its name. HCL's own form: a nested block on lines of its own. */
function blocksOf(text: string, kind: string): ReadonlyMap<string, string> {
  const found = text.matchAll(new RegExp(`^${kind} "(?<name>[^"]+)" \\{\\n(?<body>.*?)^\\}`, 'gms'))
  return new Map([...found].map(({ groups }) => [groups?.['name'] ?? '', groups?.['body'] ?? '']))
}

/** The value of an attribute of a block itself, as it is written. */
function valueIn(body: string, attribute: string): string | undefined {
  return new RegExp(`^ {2,4}${attribute} += (.+)$`, 'm').exec(body)?.[1]
}

async function loadBoth(): Promise<{
  readonly text: string
  readonly project: Awaited<ReturnType<typeof loadProject>>
}> {
  const project = await loadProject(import.meta.dirname)
  return { project, text: await readFile(join(project.root, 'atlas.hcl'), 'utf8') }
}

test('atlas.hcl names our environments, their variables, schemas and migrations', async () => {
  const { text, project } = await loadBoth()
  const said = [...blocksOf(text, 'env')].map(([name, body]) => ({
    name,
    url: valueIn(body, 'url'),
    schemas: valueIn(body, 'schemas'),
    dir: valueIn(body, 'dir'),
  }))
  const ours = project.environments.map((environment) => ({
    name: environment.name,
    url:
      environment.kind === 'remote'
        ? `getenv("${environment.variable}")`
        : 'chomp(data.external.local)',
    schemas: `[${project.schemas.map((name) => `"${name}"`).join(', ')}]`,
    dir: `"file://${project.folders.migrations.slice(project.root.length + 1)}"`,
  }))
  expect(said.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(ours)
})

test('what atlas.hcl runs are scripts of ours', async () => {
  const { text, project } = await loadBoth()
  const manifest: unknown = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8'))
  const programs = [...text.matchAll(/^ {2}program = (.+)$/gm)].map(([, program]) => program)
  expect(programs).toEqual([
    '["npm", "run", "--silent", "atlas:workbench"]',
    '["npm", "run", "--silent", "db", "url"]',
  ])
  expect(manifest).toMatchObject({
    scripts: { 'atlas:workbench': expect.any(String), db: expect.any(String) },
  })
})

test('the pull request workflow installs the Atlas that tools/atlas pins', async () => {
  const { project } = await loadBoth()
  const workflow = await readFile(join(project.root, '.github/workflows/schema.yml'), 'utf8')
  const pinned = await readFile(join(project.root, 'tools/atlas/go.mod'), 'utf8')
  expect(/ATLAS_VERSION=(\S+)/.exec(workflow)?.[1]).toBe(/ariga\.io\/atlas (\S+)/.exec(pinned)?.[1])
})
