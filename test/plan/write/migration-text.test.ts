import { expect, test } from 'vitest'
import { alter } from '../../../src/plan/action.ts'
import { statement } from '../../../src/plan/statement.ts'
import { renderMigration } from '../../../src/plan/write/migration-text.ts'
import { asId } from '../../support/object-ids.ts'

test('no line break of a name ends a comment', () => {
  const object = asId('table public.notes')
  const altered = statement({ verb: 'alter', object }, alter('table public.notes', 'set logged'))
  const odd = 'the table "a\n; drop table b; --\r" changes'
  const written = { ...altered, sql: 'alter table public.notes\n  set logged', risks: [] }
  const text = renderMigration(
    'Takes a\nback.',
    { statements: [written] },
    { narrate: () => odd, authored: new Map() },
  )
  expect(text).toBe(
    [
      '-- Takes a back.',
      '',
      '-- the table "a ; drop table b; -- " changes',
      'alter table public.notes\n  set logged;',
      '',
    ].join('\n'),
  )
})
