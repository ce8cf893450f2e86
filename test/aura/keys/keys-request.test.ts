import { describe, expect, it } from 'vitest'
import { placeKeysRequest } from '../../../aura/keys/keys-request.ts'
import type { KeysRequest } from '../../../aura/keys/keys-request.ts'
import { generateKey } from '../../../client/tokens.ts'
import type { FlagValues } from '../../../src/cli/verb.ts'
import { loadProject } from '../../../src/files/project.ts'
import { silent } from '../../../src/cli/progress.ts'
import { home } from '../../support/tracked-files.ts'

const project = await loadProject(home)
const key = generateKey(1)

async function place(words: readonly string[], flags: FlagValues = {}): Promise<KeysRequest> {
  return placeKeysRequest({ project, words, flags, progress: silent })
}

describe('what npm run keys is asked for', () => {
  it.each([
    [['generate'], { action: 'generate', version: 1 }],
    [['generate', '99999'], { action: 'generate', version: 99_999 }],
    [['register'], { action: 'register', environment: 'local' }],
    [['register', 'test'], { action: 'register', environment: 'test' }],
    [['retire', '7'], { action: 'retire', version: 7, environment: 'local' }],
    [['retire', '7', 'test'], { action: 'retire', version: 7, environment: 'test' }],
    [['remove', 'test', '7'], { action: 'remove', version: 7, environment: 'test' }],
    [['rotate'], { action: 'rotate', environment: 'local', batch: 1000 }],
    [['check', 'production'], { action: 'check', environment: 'production', batch: 1000 }],
  ])('is %j', async (words, request) => {
    expect(await place(words)).toEqual(request)
  })

  it('has batches of 1 to 10,000 rows', async () => {
    expect(await place(['rotate'], { batch: '10000' })).toMatchObject({ batch: 10_000 })
    for (const batch of ['0', '10001', '1.5', '', '-1', 'x']) {
      await expect(place(['rotate'], { batch })).rejects.toThrow(
        `--batch ${batch}: a number of rows from 1 to 10000.`,
      )
    }
  })

  it.each(['register', 'retire', 'rotate', 'remove'])(
    'is a %s of production only when its name is given',
    async (action) => {
      const words = action.startsWith('re') && action !== 'register' ? [action, '1'] : [action]
      await expect(place([...words, 'production'])).rejects.toThrow(
        'production: not confirmed, so nothing was done.',
      )
      expect(await place([...words, 'production'], { yes: 'production' })).toMatchObject({
        environment: 'production',
      })
    },
  )

  it.each([
    [
      ['forget'],
      'keys forget: no such action. There are: generate, register, retire, rotate, remove, check.\nMore: npm run keys -- --help',
    ],
    [['generate', '0'], 'keys generate 0: a version is a number from 1 to 99999.'],
    [['generate', '100000'], 'keys generate 100000: a version is a number from 1 to 99999.'],
    [['generate', 'test'], 'keys generate: takes a version alone; the key is stored nowhere.'],
    [['retire'], 'keys retire: which version? Such as: npm run keys retire 1'],
    [['retire', '1', '2'], 'keys retire: takes one version and one environment at most.'],
    [['rotate', '1'], 'keys rotate: takes the name of an environment, and no version.'],
    [
      ['check', 'nowhere'],
      'nowhere: neither a version nor an environment (local, production, staging, test).',
    ],
  ])('%j is refused by a sentence', async (words, message) => {
    await expect(place(words)).rejects.toThrow(
      expect.objectContaining({ name: 'UserError', message }),
    )
  })

  it.each([
    [['register', key], {}],
    [['register', 'test', key], {}],
    [[key], {}],
    [['retire', key, 'test'], {}],
    [['register', 'production'], { yes: key }],
    [['rotate'], { batch: key }],
  ])('is not repeated where it may be a key %#', async (words, flags) => {
    const refusal = await place(words, flags).then(
      () => 'accepted',
      (error: unknown) => String(error),
    )
    expect(refusal).toMatch(/^UserError: /)
    expect(refusal).not.toContain(key.slice(2, 10))
  })
})
