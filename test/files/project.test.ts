import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findEnvironment, loadProject } from '../../src/files/project.ts'
import { messageOfFailure, withFiles } from '../support/files.ts'

const database = {
  name: 'shop',
  schemas: ['public', 'private'],
  folders: {
    schema: 'schema',
    migrations: 'db/migrations',
    platform: 'platform',
    environments: 'environments',
    samples: 'samples',
  },
}
const local = { about: 'here', embedded: { postgres: 17, port: 54329, database: 'shop' } }
const files = {
  'package.json': JSON.stringify({ name: 'shop-database', version: '1.2.3' }),
  'database.json': JSON.stringify(database),
  'environments/local.json': JSON.stringify(local),
  'environments/production.json': JSON.stringify({ about: 'live', url: 'LIVE_URL', confirm: true }),
  'environments/README.md': '',
  'deep/inside/x': '',
}

test('a project is found from a folder inside it, and its paths are absolute', async () => {
  await withFiles(files, async (root) => {
    expect(await loadProject(join(root, 'deep/inside'))).toEqual({
      root,
      name: 'shop',
      operator: 'shop-database 1.2.3',
      schemas: ['public', 'private'],
      exposed: ['public'],
      nullArguments: [],
      folders: {
        schema: join(root, 'schema'),
        migrations: join(root, 'db/migrations'),
        platform: join(root, 'platform'),
        environments: join(root, 'environments'),
        samples: join(root, 'samples'),
        rows: join(root, 'rows'),
        client: join(root, 'client'),
      },
      environments: [
        {
          kind: 'embedded',
          name: 'local',
          about: 'here',
          postgres: 17,
          port: 54329,
          database: 'shop',
        },
        { kind: 'remote', name: 'production', about: 'live', variable: 'LIVE_URL', confirm: true },
      ],
    })
  })
})

test('an environment is found by its name, and an unknown one is answered with the known ones', async () => {
  await withFiles(files, async (root) => {
    const project = await loadProject(root)
    expect(findEnvironment(project, 'local').about).toBe('here')
    expect(await messageOfFailure(root, async () => findEnvironment(project, 'prod'))).toBe(
      'prod: no such environment. There are: local, production. Each is a file environments/<name>.json.',
    )
  })
})

test.each([
  [{ 'database.json': '{' }, /^database\.json: not JSON: /],
  [{ 'database.json': '[]' }, 'database.json: should be a JSON object.'],
  [{ 'database.json': '\uFEFF{}' }, /^database\.json: starts with a byte order mark/],
  [
    { 'database.json': JSON.stringify({ ...database, name: '' }) },
    'database.json: "name" should be a text.',
  ],
  [
    { 'database.json': JSON.stringify({ ...database, schemas: 'public' }) },
    'database.json: "schemas" should be a list of texts.',
  ],
  [
    { 'database.json': JSON.stringify({ ...database, schemas: ['public', 'archive'] }) },
    'database.json: "schemas" has archive, where migrations keep their records: nothing plans or compares it. Give yours another name.',
  ],
  [
    { 'database.json': JSON.stringify({ ...database, folders: {} }) },
    'database.json: "schema" should be a text.',
  ],
  [
    { 'database.json': JSON.stringify({ ...database, folders: [] }) },
    'database.json: "folders" should be an object.',
  ],
  [
    { 'environments/local.json': JSON.stringify({ ...local, embedded: { postgres: '17' } }) },
    'environments/local.json: "postgres" should be a whole number.',
  ],
  [
    { 'environments/test.json': JSON.stringify({ about: 'no url' }) },
    'environments/test.json: "url" should be a text.',
  ],
])('%j is refused with the file and what is wrong in it', async (broken, message) => {
  await withFiles({ ...files, ...broken }, async (root) => {
    expect(await messageOfFailure(root, () => loadProject(root))).toMatch(message)
  })
})

test('a project without its environments is refused', async () => {
  await withFiles(
    { 'package.json': files['package.json'], 'database.json': JSON.stringify(database) },
    async (root) => {
      expect(await messageOfFailure(root, () => loadProject(root))).toBe(
        'environments: no such folder. It should hold a file <name>.json for each environment.',
      )
    },
  )
})

test('a project without package.json is refused', async () => {
  await withFiles({ 'database.json': JSON.stringify(database) }, async (root) => {
    expect(await messageOfFailure(root, () => loadProject(root))).toBe(
      'package.json: no such file.',
    )
  })
})

test('outside of a project nothing is found', async () => {
  await withFiles({ x: '' }, async (folder) => {
    expect(await messageOfFailure(folder, () => loadProject(folder))).toBe(
      `${folder}: no database.json here or above. Run the command inside the project.`,
    )
  })
})
