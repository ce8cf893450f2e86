import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileShares } from '../support/file-shares.ts'
import { home } from '../support/tracked-files.ts'

test('every file of which a share is run is there', async () => {
  await Promise.all(Object.keys(fileShares).map(async (path) => access(join(home, path))))
  expect(Object.keys(fileShares)).toEqual(Object.keys(fileShares).toSorted())
})
