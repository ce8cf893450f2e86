import { readFile, stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { withPasswords } from '../../src/atlas/passwords.ts'

test('hands one password on by a variable and shows a URL without it', async () => {
  const url = 'postgresql://postgres:s%3Acret@127.0.0.1:5432/one?sslmode=disable'
  expect(await withPasswords([url, url.replace('/one', '/two')], async (opened) => opened)).toEqual(
    {
      urls: [
        'postgresql://postgres@127.0.0.1:5432/one?sslmode=disable',
        'postgresql://postgres@127.0.0.1:5432/two?sslmode=disable',
      ],
      variables: { PGPASSWORD: 's:cret' },
    },
  )
})

test('hands several passwords on by a file that only we may read, and removes it', async () => {
  const urls = [
    String.raw`postgresql://one:a%3A%5Cb@host/d%3Ab`,
    'postgresql://two@other:6000/db?password=b',
  ]
  const { file, seen } = await withPasswords(urls, async (opened) => {
    const path = opened.variables['PGPASSFILE'] ?? ''
    const text = await readFile(path, 'utf8')
    const mode = (await stat(path)).mode & 0o777
    return { file: path, seen: { urls: opened.urls, text, mode } }
  })
  expect(seen).toEqual({
    urls: ['postgresql://one@host/d%3Ab', 'postgresql://two@other:6000/db'],
    text: 'host:5432:d\\:b:one:a\\:\\\\b\nother:6000:db:two:b\n',
    mode: 0o600,
  })
  await expect(stat(file)).rejects.toThrow('ENOENT')
})

test('says nothing of passwords where there is none', async () => {
  const url = 'postgresql:///db?host=%2Ftmp'
  expect(await withPasswords([url], async (opened) => opened)).toEqual({
    urls: [url],
    variables: {},
  })
})
