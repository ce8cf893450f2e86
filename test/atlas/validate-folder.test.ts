import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { runAtlas } from '../../src/atlas/run-atlas.ts'
import { validateFolder } from '../../src/atlas/validate-folder.ts'
import { renderSeal, sealFiles } from '../../src/files/checksum.ts'
import { loadProject } from '../../src/files/project.ts'
import { listFolder } from '../../src/files/list-folder.ts'
import { buildTime, openTestAtlas } from '../support/atlas.ts'
import { describeWith } from '../support/tools.ts'

/** Folders by what is odd about them: files by name. */
const folders: Readonly<Record<string, Readonly<Record<string, string | Buffer>>>> = {
  'no file at all': {},
  'one empty file': { '1_a.sql': '' },
  'names in byte order, which is not that of numbers or of language': {
    '10_b.sql': 'select 10;',
    '2_a.sql': 'select 2;',
    'Z.sql': 'select 1;',
    'a.sql': 'select 1;',
    'é.sql': 'select 1;',
    '\u{1F418}.sql': 'select 1;',
    '\uFF5E.sql': 'select 1;',
  },
  'lines that end as Windows has them, and none at the end': {
    '1.sql': 'select 1;\r\nselect 2;\r\n',
    '2.sql': 'select 3;',
  },
  'bytes that are no text': { '1.sql': Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x80]) },
  'names with spaces, percents and marks': {
    '1 a%20b.sql': 'select 1;',
    '2 #?&.sql': 'select 1;',
    "3 'x'.sql": 'select 1;',
  },
  'files of other kinds and folders, which do not count': {
    '1.sql': 'select 1;',
    'README.md': 'read me',
    '2.SQL': 'select 2;',
    'down/1.sql': 'select 0;',
    '.hidden.txt': '',
  },
  'a hidden migration, which counts': { '.1.sql': 'select 1;', '2.sql': 'select 2;' },
  'directives for Atlas': {
    '1.sql': '-- atlas:txmode none\n\ncreate index concurrently i on t (a);\n',
    '2.sql': '-- atlas:sum ignore\n\nselect 2;\n',
    '3.sql': 'select 3;',
    '4.sql': '-- words atlas:sum ignore\nselect 4;\n',
    '5.sql': '\n-- atlas:sum ignore\nselect 5;\n',
    '6.sql': '-- atlas:sum  ignore\r\nselect 6;\n',
    '7.sql': '-- atlas:sum ignored\nselect 7;\n',
    '8.sql': 'atlas:sum ignore',
    '9.sql': '--\tatlas:sum ignore\nselect 9;',
  },
  'a megabyte': { '1.sql': `select '${'x'.repeat(2 ** 20)}';` },
}

describeWith('go', 'atlas.sum, in the eyes of Atlas', () => {
  let atlas: Atlas
  beforeAll(async () => {
    atlas = await openTestAtlas()
  }, buildTime)

  test('vouches for the migrations of this project', async () => {
    const { folders: own } = await loadProject(import.meta.dirname)
    expect(await validateFolder(atlas, own.migrations, process.env)).toEqual({ kind: 'valid' })
  })

  test.for(Object.entries(folders))('is what we write: %s', async ([, files]) => {
    await withFolder(files, async (folder) => {
      await writeFile(join(folder, 'atlas.sum'), await sealOf(folder))
      expect(await validateFolder(atlas, folder, process.env)).toEqual({ kind: 'valid' })
      const written = await readFile(join(folder, 'atlas.sum'), 'utf8')
      const words = ['migrate', 'hash', '--dir', pathToFileURL(folder).href]
      expect(await runAtlas(atlas, words, { variables: process.env })).toEqual({
        kind: 'done',
        out: '',
      })
      expect(await readFile(join(folder, 'atlas.sum'), 'utf8')).toBe(written)
    })
  })

  test('does not vouch for a file that was edited', async () => {
    await withFolder({ '1.sql': 'select 1;', '2.sql': 'select 2;' }, async (folder) => {
      await writeFile(join(folder, 'atlas.sum'), await sealOf(folder))
      await writeFile(join(folder, '2.sql'), 'select 3;')
      const invalid = { kind: 'invalid', message: 'checksum mismatch' }
      expect(await validateFolder(atlas, folder, process.env)).toEqual(invalid)
    })
  })
})

async function withFolder(
  files: Readonly<Record<string, string | Buffer>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations %20 #'))
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
    }
    await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function sealOf(folder: string): Promise<string> {
  const names = ((await listFolder(folder)) ?? [])
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
    .map(({ name }) => name)
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
  )
  return renderSeal(sealFiles(files))
}
