import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { messageOf } from '../../src/errors.ts'
import { placeFiles } from '../../src/files/place-files.ts'
import { withFiles } from '../support/files.ts'

test('files are written and replaced together', async () => {
  await withFiles({ 'atlas.sum': 'old' }, async (folder) => {
    placeFiles([
      { path: join(folder, 'a.sql'), text: 'A', replaces: false },
      { path: join(folder, 'down/a.sql'), text: 'B', replaces: false },
      { path: join(folder, 'atlas.sum'), text: 'new', replaces: true },
    ])
    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
      'a.sql',
      'atlas.sum',
      'down',
      'down/a.sql',
    ])
    expect(await readFile(join(folder, 'atlas.sum'), 'utf8')).toBe('new')
  })
})

test('a file that is in the way stays, and nothing else is written', async () => {
  await withFiles({ 'atlas.sum': 'old', 'down/a.sql': 'mine' }, async (folder) => {
    const write = async (): Promise<void> =>
      placeFiles([
        { path: join(folder, 'a.sql'), text: 'A', replaces: false },
        { path: join(folder, 'down/a.sql'), text: 'B', replaces: false },
        { path: join(folder, 'atlas.sum'), text: 'new', replaces: true },
      ])
    expect(await write().catch(messageOf)).toBe(
      `${join(folder, 'down/a.sql')}: is there already. Nothing was written.`,
    )
    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
      'atlas.sum',
      'down',
      'down/a.sql',
    ])
    expect(await readFile(join(folder, 'down/a.sql'), 'utf8')).toBe('mine')
    expect(await readFile(join(folder, 'atlas.sum'), 'utf8')).toBe('old')
  })
})

test('a file where a folder should be is said', async () => {
  await withFiles({ down: 'no folder' }, async (folder) => {
    const write = async (): Promise<void> =>
      placeFiles([
        { path: join(folder, 'a.sql'), text: 'A', replaces: false },
        { path: join(folder, 'down/a.sql'), text: 'B', replaces: false },
      ])
    expect(await write().catch(messageOf)).toContain('Nothing was written.')
    expect(await readdir(folder)).toEqual(['down'])
  })
})

test('files go as others come, and nothing but the new ones is left', async () => {
  await withFiles({ 'a.sql': 'A', 'down/a.sql': 'B', 'atlas.sum': 'old' }, async (folder) => {
    placeFiles(
      [
        { path: join(folder, 'b.sql'), text: 'A', replaces: false },
        { path: join(folder, 'down/b.sql'), text: 'C', replaces: false },
        { path: join(folder, 'atlas.sum'), text: 'new', replaces: true },
      ],
      [join(folder, 'a.sql'), join(folder, 'down/a.sql')],
    )
    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
      'atlas.sum',
      'b.sql',
      'down',
      'down/b.sql',
    ])
  })
})

test('what is gone or replaced comes back when another file cannot go', async () => {
  await withFiles({ 'a.sql': 'A', 'atlas.sum': 'old', 'folder/x': '' }, async (folder) => {
    const write = async (): Promise<void> =>
      placeFiles(
        [
          { path: join(folder, 'b.sql'), text: 'B', replaces: false },
          { path: join(folder, 'atlas.sum'), text: 'new', replaces: true },
        ],
        [join(folder, 'a.sql'), join(folder, 'folder')],
      )
    expect(await write().catch(messageOf)).toMatch(/folder/)
    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
      'a.sql',
      'atlas.sum',
      'folder',
      'folder/x',
    ])
    expect(await readFile(join(folder, 'atlas.sum'), 'utf8')).toBe('old')
  })
})
