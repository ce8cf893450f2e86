import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesBelow, home } from '../support/tracked-files.ts'

/** What cuts an id, or says of a text that it is one. */
const cuts =
  /\bis ObjectId\b|\b(?:id|object\.id|parent\.id)\??\.(?:split|slice|substring|indexOf|lastIndexOf|startsWith|endsWith|replace|replaceAll|match|matchAll)\(|\.lastIndexOf\(' '\)|\.split\(' '(?:, 1)?\)\[0\]|\.slice\(\w+\.indexOf\(' '\) \+ 1\)|\.split\('\('|\.startsWith\('(?:table|column|view|materializedView|index|constraint) '\)/

const codec = ['src/model/object-id.ts']

it('one file takes ids of objects apart, and makes them', async () => {
  const found: string[] = []
  for (const path of await filesBelow('src', '.ts')) {
    if (cuts.test(await readFile(join(home, path), 'utf8'))) found.push(path)
  }
  expect(found).toEqual(codec)
})
