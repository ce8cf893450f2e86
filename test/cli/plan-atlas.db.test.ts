import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startProgram } from '../support/cli.ts'
import type { Ran } from '../support/cli.ts'
import { useDatabase } from '../support/database.ts'
import { describeWith } from '../support/tools.ts'
import { copyProject } from '../support/whole-project.ts'
import { longer } from '../support/sample.ts'

/** A copy of this project that has never built the engine, on a machine whose programs are those of `bin` alone. */
let root = ''
let bin = ''
const db = useDatabase({ kind: 'platform', mode: 'today' })

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'no-atlas-'))
  bin = join(root, 'bin')
  await chmod(root, 0o755)
  await copyProject(root, { isApart: true })
  await mkdir(bin)
})

afterAll(async () => rm(root, { recursive: true, force: true }))

async function run(
  verb: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return startProgram([process.execPath, join(root, `scripts/${verb}.ts`), ...words], {
    cwd: root,
    env: { PATH: bin, WORKBENCH_URL: inject('workbench').url, TEST_DATABASE_URL: db.url, ...env },
  }).ran
}

/** Edits a schema file while `use` runs. */
async function withEdit<T>(
  path: string,
  [old, text]: readonly [string, string],
  use: () => Promise<T>,
): Promise<T> {
  const file = join(root, 'schema', path)
  const before = await readFile(file, 'utf8')
  expect(before).toContain(old)
  await writeFile(file, before.replace(old, text))
  try {
    return await use()
  } finally {
    await writeFile(file, before)
  }
}

const column = ['  error text,', '  error text,\n  note text,'] as const

/** What comes of planning a table under a name, and whether anything was written. */
async function planTable(env: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const list = async (): Promise<string[]> => readdir(join(root, 'migrations'), { recursive: true })
  const before = await list()
  const { code, stdout, stderr } = await withEdit('tables/workflows.sql', column, () =>
    run('plan', ['add_note'], env),
  )
  const said = stderr.split('\n').filter((line) => !line.startsWith('… '))
  return {
    code,
    stdout,
    said: said.join('\n').replaceAll(root, ''),
    same: (await list()).join() === before.join(),
  }
}

/** A program of the machine: a script, as long as `use` runs. */
async function withProgram<T>(name: string, script: string, use: () => Promise<T>): Promise<T> {
  const path = join(bin, name)
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  try {
    return await use()
  } finally {
    await rm(path)
  }
}

const none = (engine: string, onPath: string): unknown => ({
  code: 1,
  stdout: '',
  said: `Planning tables needs Atlas, and none was found:
  ATLAS_BINARY names none
  the engine in tools/atlas cannot be built: ${engine}
  atlas on PATH ${onPath}
Do one of these:
  install Go (https://go.dev/dl): the engine is then built once, and needs the network only for that
  install Atlas 1.0 or newer (https://atlasgo.io/getting-started), on PATH or named by ATLAS_BINARY
Everything except planning works without it.
`,
  same: true,
})

test('without Atlas and Go, an edit of a table names what to install, and nothing is written', async () => {
  expect(await planTable()).toEqual(none('Go is not installed', 'is not there'))
})

describe('what is not taken for Atlas', longer, () => {
  test("MongoDB's program of the same name is passed by, and so is an Atlas that is too old", async () => {
    const mongo = `echo 'Error: unknown command "version" for "atlas"' >&2; exit 1`
    expect(await withProgram('atlas', mongo, planTable)).toEqual(
      none(
        'Go is not installed',
        `is another program of that name, such as MongoDB's (it said: Error: unknown command "version" for "atlas")`,
      ),
    )
    expect(
      await withProgram('atlas', "echo 'atlas version v0.31.0-abc-canary'", planTable),
    ).toEqual(none('Go is not installed', 'is Atlas 0.31.0, which is older than 1.0'))
  })

  test('an ATLAS_BINARY that is none is not replaced by another', async () => {
    expect(await planTable({ ATLAS_BINARY: '/nowhere/atlas' })).toEqual({
      code: 1,
      stdout: '',
      said: 'ATLAS_BINARY: /nowhere/atlas is not there. Name Atlas 1.0 or newer there, or unset it.\n',
      same: true,
    })
  })

  describeWith('go', 'Go without network', () => {
    test('says that the modules are out of reach', async () => {
      const env = {
        PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
        GOMODCACHE: join(root, 'modules'),
        GOCACHE: join(root, 'builds'),
        GOPROXY: 'off',
        GOFLAGS: '-modcacherw',
      }
      const said = JSON.stringify(await planTable(env))
      expect(said).toContain('Go cannot reach the network for the modules, which it needs once')
      expect(said).toContain('"code":1,"stdout":""')
      expect(said).toContain('"same":true')
    })
  })
})

test.skipIf(longer.skip)('everything but planning works without Atlas', async () => {
  const applied = await run('apply', ['test', '002'])
  expect(applied).toMatchObject({ code: 0 })
  expect(await run('status', ['test'])).toMatchObject({ code: 0 })
  expect(await run('rollback', ['test', 'none', '--allow-data-loss'])).toMatchObject({ code: 0 })
})

describe('what needs no Atlas', longer, () => {
  test('an edit of a function, or of what is beside a table, is planned without Atlas', async () => {
    const body = [':= now();', ':= clock_timestamp();'] as const
    const ran = await withEdit('functions/private.set_updated_at.sql', body, () => run('plan', []))
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('proved down') })
    const rights = ['grant select, delete on table', 'grant select on table'] as const
    expect(
      await withEdit('policies/workflows.sql', rights, () => run('plan', ['--json'])),
    ).toMatchObject({ code: 0, stdout: expect.stringContaining('"proved": true') })
  })

  test('who plans what is told without Atlas, whether something differs or not', async () => {
    const { code, stdout } = await run('plan', ['--explain'])
    expect({ code, end: stdout.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      end: 'No table differs.',
    })
    const docs = await readFile(join(import.meta.dirname, '../../docs/planning.md'), 'utf8')
    expect(docs).toContain(stdout.replace('No table differs.', '').trim())
    const edited = await withEdit('tables/workflows.sql', column, () =>
      run('plan', ['--explain', '--json']),
    )
    expect(edited.code).toBe(0)
    expect(JSON.parse(edited.stdout)).toMatchObject({
      assignments: expect.arrayContaining([
        { kind: 'column', attribute: 'type', by: 'atlas', takesTable: false },
        { kind: 'column', attribute: 'identity', by: 'own', takesTable: true },
        { kind: 'policy', attribute: '*', by: 'own', takesTable: false },
      ]),
      tables: [{ table: 'public.workflows', by: 'atlas', why: 'column note: added' }],
    })
    expect(await run('plan', ['--explain', 'add_note'])).toMatchObject({
      code: 1,
      stderr: '--explain plans nothing, so it cannot write add_note. Leave one of them out.\n',
    })
  })
})
