import { expect, it } from 'vitest'
import { nameCommand, sameCommand, sameCommandWith } from '../src/errors.ts'

it.each([
  [sameCommand, 'npm run apply test', 'Continue with: npm run apply test'],
  [
    `Save it. ${sameCommandWith('--archive', '--allow-data-loss')}`,
    'npm run rollback test 001',
    'Save it. Continue with: npm run rollback test 001 -- --archive --allow-data-loss',
  ],
  [
    sameCommandWith('--archive', '--allow-data-loss'),
    'npm run rollback test 001 -- --archive --lock-timeout 5',
    'Continue with: npm run rollback test 001 -- --archive --lock-timeout 5 --allow-data-loss',
  ],
  ['Nothing to do.', 'npm run apply test', 'Nothing to do.'],
])('%s with %s says %s', (message, command, told) => {
  expect(nameCommand(message, command)).toBe(told)
})
