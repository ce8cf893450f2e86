import { expect, it } from 'vitest'
import { afterTakingBack } from '../../src/planning/take-back.ts'
import { UserError, messageOf } from '../../src/errors.ts'

const taken = [{ environment: 'local', address: '', rolledBack: [], answers: [], notAsked: [] }]

function full(): never {
  throw new UserError('atlas.sum: the disk is full. Nothing was written.')
}

it('says that a database is no longer as it was where files cannot be written afterwards', async () => {
  expect(await afterTakingBack(taken, full).catch(messageOf)).toBe(
    'atlas.sum: the disk is full. Nothing was written.\n' +
      'It was rolled back in local before; npm run apply applies it again.',
  )
  expect(await afterTakingBack([], full).catch(messageOf)).toBe(
    'atlas.sum: the disk is full. Nothing was written.',
  )
  expect(await afterTakingBack(taken, () => 'written')).toBe('written')
})
