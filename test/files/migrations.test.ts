import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderSeal, sealFiles } from '../../src/files/checksum.ts'
import { checkSeal, loadMigrations, sealedFiles } from '../../src/files/migrations.ts'
import { messageOfFailure, withFiles } from '../support/files.ts'

const first = 'create table public.a ();\n'
const second = 'create table public.b ();\n-- é\n'
const two = {
  '002_b.sql': second,
  '001_a_long name.sql': first,
  'down/001_a_long name.sql': 'drop table public.a;\n',
  'README.md': 'notes',
}
const seal = renderSeal(
  sealFiles([
    { name: '001_a_long name.sql', bytes: Buffer.from(first) },
    { name: '002_b.sql', bytes: Buffer.from(second) },
  ]),
)

test('migrations are loaded in byte order, each with its way back and its line of the seal', async () => {
  await withFiles(two, async (folder) => {
    const loaded = await loadMigrations(folder)
    const [one, other] = loaded.migrations
    expect(loaded.migrations.map(({ hash }) => hash)).toEqual(
      loaded.seal.lines.map(({ hash }) => hash),
    )
    expect(one).toEqual({
      version: '001',
      name: 'a_long name',
      file: '001_a_long name.sql',
      path: join(folder, '001_a_long name.sql'),
      text: first,
      hash: one?.hash,
      down: { path: join(folder, 'down/001_a_long name.sql'), text: 'drop table public.a;\n' },
    })
    expect(other?.down).toBeUndefined()
    expect(renderSeal(loaded.seal)).toBe(seal)
    expect(sealedFiles(loaded).map(({ bytes }) => bytes.toString())).toEqual([first, second])
  })
})

test('an empty folder holds no migrations', async () => {
  await withFiles({ 'README.md': '' }, async (folder) => {
    expect((await loadMigrations(folder)).migrations).toEqual([])
  })
})

test('versions of three digits go on with timestamps', async () => {
  await withFiles(
    { '002_b.sql': '', '20260101000000_c.sql': '', '001_a.sql': '' },
    async (folder) => {
      const { migrations } = await loadMigrations(folder)
      expect(migrations.map(({ version }) => version)).toEqual(['001', '002', '20260101000000'])
    },
  )
})

test.each([
  [
    'a file without version',
    { 'initial.sql': '' },
    "initial.sql: not a migration's name. Name it <version>_<name>.sql, such as 007_add_labels.sql.",
  ],
  [
    'a file that wants no seal',
    { '001_a.sql': '-- atlas:sum ignore\n' },
    '001_a.sql:1: atlas:sum ignore leaves the file out of atlas.sum, so an edit would go unnoticed. Remove it.',
  ],
  ['a file without name', { '001_.sql': '' }, /^001_\.sql: not a migration's name/],
  [
    'two files of one version',
    { '001_a.sql': '', '001_b.sql': '' },
    /001_a\.sql and 001_b\.sql have one version, 001\. Renumber the one that no database has: npm run renumber 001_b \(or 001_a\)\.$/,
  ],
  [
    'a number that is greater but earlier in text order',
    { '9_a.sql': '', '10_b.sql': '' },
    /: 10_b\.sql is applied before 9_a\.sql \(tools sort versions as text\), but its number is not smaller\. Write versions with the same number of digits, such as 009 and 010\.$/,
  ],
  [
    'one number written twice',
    { '1_a.sql': '', '01_b.sql': '' },
    /: 01_b\.sql is applied before 1_a\.sql/,
  ],
  ['a name with a line break', { '001_a\nb.sql': '' }, /not a migration's name/],
  [
    'a down file without its migration',
    { '001_a.sql': '', 'down/002_b.sql': '' },
    'down/002_b.sql: there is no migration 002_b.sql for this down file.',
  ],
  [
    'a file that is not UTF-8',
    { '001_a.sql': Buffer.from([0x2d, 0x2d, 0xff, 0x0a]) },
    '001_a.sql: not UTF-8 text. Save the file as UTF-8.',
  ],
  [
    'a byte order mark',
    { '001_a.sql': '\uFEFFselect 1;' },
    /^001_a\.sql: starts with a byte order mark/,
  ],
  [
    'a folder with the name of a file',
    { '001_a.sql/x': '' },
    '001_a.sql: a folder, where a file should be.',
  ],
])('%s is refused', async (_, files, message) => {
  await withFiles(files, async (folder) => {
    expect(await messageOfFailure(folder, () => loadMigrations(folder))).toMatch(message)
  })
})

test('a folder that is not there is refused', async () => {
  await withFiles({}, async (folder) => {
    const load = async (): Promise<unknown> => loadMigrations(join(folder, 'nowhere'))
    expect(await messageOfFailure(folder, load)).toBe(
      'nowhere: no such folder. It should hold the migrations <version>_<name>.sql.',
    )
  })
})

test('a file in the place of the folder is refused', async () => {
  await withFiles({ migrations: '' }, async (folder) => {
    const load = async (): Promise<unknown> => loadMigrations(join(folder, 'migrations'))
    expect(await messageOfFailure(folder, load)).toBe(
      'migrations: a file, where a folder should be.',
    )
  })
})

test('a link to nowhere is refused instead of passed over', async () => {
  await withFiles(two, async (folder) => {
    await symlink(join(folder, 'gone'), join(folder, '003_c.sql'))
    expect(await messageOfFailure(folder, () => loadMigrations(folder))).toBe(
      '003_c.sql: a link to a file that is not there.',
    )
  })
})

test('a folder as it was sealed passes', async () => {
  await withFiles({ ...two, 'atlas.sum': seal }, async (folder) => {
    await expect(checkSeal(await loadMigrations(folder))).resolves.toBe(true)
  })
})

test.each([
  [
    'without atlas.sum',
    two,
    /^atlas\.sum: missing\. It seals the migrations against edits\. .* npm run hash$/,
  ],
  [
    'with an edited file',
    { ...two, 'atlas.sum': seal, '002_b.sql': `${second} ` },
    /differ from what was sealed:\n {2}edited: 002_b\.sql\n/,
  ],
  [
    'with a new file',
    { ...two, 'atlas.sum': seal, '003_c.sql': '' },
    /differ from what was sealed:\n {2}not in atlas\.sum: 003_c\.sql\n/,
  ],
  [
    'without a file',
    { '001_a_long name.sql': first, 'atlas.sum': seal },
    /differ from what was sealed:\n {2}missing: 002_b\.sql\n/,
  ],
  [
    'with another first line',
    { ...two, 'atlas.sum': seal.replace(/^h1:.{4}/, 'h1:AAAA') },
    /its first line does not match the lines below it/,
  ],
  ['with an atlas.sum that is none', { ...two, 'atlas.sum': 'x' }, /^atlas\.sum:1: not a line/],
])('a folder %s is refused', async (_, files, message) => {
  await withFiles(files, async (folder) => {
    const loaded = await loadMigrations(folder)
    expect(await messageOfFailure(folder, () => checkSeal(loaded))).toMatch(message)
  })
})

test('the message says what was done to the files, each in a line', async () => {
  const files = { '001_a_long name.sql': `${first}-- edited`, '000_x.sql': '', 'atlas.sum': seal }
  await withFiles(files, async (folder) => {
    const loaded = await loadMigrations(folder)
    expect(await messageOfFailure(folder, () => checkSeal(loaded))).toBe(
      'atlas.sum: the migrations differ from what was sealed:\n' +
        '  edited: 001_a_long name.sql\n  missing: 002_b.sql\n  not in atlas.sum: 000_x.sql\n' +
        'An applied migration is never edited: restore it and write a new one. If the change is intended, run: npm run hash',
    )
  })
})
