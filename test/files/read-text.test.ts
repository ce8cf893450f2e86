import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decodeText, loadIfThere } from '../../src/files/read-text.ts'
import { messageOfFailure, withFiles } from '../support/files.ts'

test('a file is read as it is, and one that is not there is no error', async () => {
  await withFiles({ a: 'é' }, async (folder) => {
    expect(await loadIfThere(join(folder, 'a'))).toEqual(Buffer.from('é'))
    expect(await loadIfThere(join(folder, 'b'))).toBeUndefined()
  })
})

test('a folder in the place of a file is refused', async () => {
  await withFiles({ 'a/b': '' }, async (folder) => {
    expect(await messageOfFailure(folder, () => loadIfThere(join(folder, 'a')))).toBe(
      'a: a folder, where a file should be.',
    )
  })
})

test('text is decoded with its line ends', () => {
  expect(decodeText(Buffer.from('é\r\n😀'), 'a')).toBe('é\r\n😀')
})

test.each([
  [[0xff], 'a: not UTF-8 text. Save the file as UTF-8.'],
  [[0x41, 0xc3], 'a: not UTF-8 text. Save the file as UTF-8.'],
  [[0xef, 0xbb, 0xbf, 0x41], /^a: starts with a byte order mark/],
])('the bytes %j are refused', (bytes, message) => {
  expect(() => decodeText(Buffer.from(bytes), 'a')).toThrow(message)
})
