import { expect, test } from 'vitest'
import { loadVariables } from '../../src/files/environment.ts'
import { messageOfFailure, withFiles } from '../support/files.ts'

const given = { URL: 'from the process', EMPTY: '' }

test('variables of the process win over those of the file', async () => {
  const text = '# a comment\nURL=from the file\nEMPTY=x\nOTHER="a b#c"\nexport MORE=1\n'
  await withFiles({ '.env.test': text }, async (root) => {
    expect(await loadVariables(given, { root, environment: 'test' })).toEqual({
      URL: 'from the process',
      EMPTY: '',
      OTHER: 'a b#c',
      MORE: '1',
    })
  })
})

test('without a file the variables are as given', async () => {
  await withFiles({ '.env.other': 'URL=x' }, async (root) => {
    expect(await loadVariables(given, { root, environment: 'test' })).toEqual(given)
  })
})

test('a file that is not text is refused by its path', async () => {
  await withFiles({ '.env.test': Buffer.from([0xff, 0xfe, 0x41, 0]) }, async (root) => {
    const load = async (): Promise<unknown> => loadVariables(given, { root, environment: 'test' })
    expect(await messageOfFailure(root, load)).toBe(
      '.env.test: not UTF-8 text. Save the file as UTF-8.',
    )
  })
})
