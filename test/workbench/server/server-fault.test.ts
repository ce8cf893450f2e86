import { describe, expect, test } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { explainFault, explainText } from '../../../src/workbench/server/server-fault.ts'

const said = (text: string): string => explainText('/data', text).message.split('\n')[0] ?? ''

describe('what a server says when it cannot start', () => {
  test.each([
    ['FATAL: could not write lock file: No space left on device', 'the disk is full.'],
    ['FATAL: could not extend file\nHINT: Check free disk space.', 'the disk is full.'],
    ['LOG: could not bind IPv4 address: Address already in use', 'another program uses the port'],
    ['FATAL: pre-existing shared memory block (key 1) is still in use', 'a killed server'],
    ['FATAL: database files are incompatible with server', 'another version of PostgreSQL'],
    ['FATAL: data directory "/data" has wrong ownership', 'it belongs to another user'],
    ['initdb: error: could not create directory: Read-only file system', 'is read-only'],
    [
      '"root" execution of the server is not permitted. cannot be run as root',
      'does not run as root',
    ],
    ['error while loading shared libraries: libpq.so.5', 'do not run on this system'],
    ['FATAL: something else', 'PostgreSQL could not start.'],
  ])('%s', (text, sentence) => {
    expect(said(text)).toContain(`/data: `)
    expect(said(text)).toContain(sentence)
  })

  test('is quoted, its end, below the sentence', () => {
    const text = ['1', '2', '3', '4', '5', '6', 'No space left on device'].join('\n')
    expect(explainText('/data', text).message).toBe(
      '/data: the disk is full. This attempt left nothing. Free some space. Run the same command again.\n' +
        '  2\n  3\n  4\n  5\n  6\n  No space left on device',
    )
  })

  test('is taken from a program that failed, and a sentence of ours stays as it is', () => {
    const failed = Object.assign(new Error('Command failed'), {
      stderr: 'EACCES: permission denied',
    })
    expect(explainFault('/data', failed).message).toContain('it belongs to another user')
    const own = new UserError('as it is')
    expect(explainFault('/data', own)).toBe(own)
  })
})
