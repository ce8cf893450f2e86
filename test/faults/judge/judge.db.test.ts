import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../../src/commands/apply.ts'
import { sendText } from '../../../src/postgres/connect.ts'
import type { TestDatabase } from '../../support/database.ts'
import { withSmallWorld } from '../../support/small-project.ts'
import { usual } from '../../support/target.ts'
import { compareStates } from './compare.ts'
import { judgeEnd } from './message.ts'
import type { Said } from './message.ts'
import { readState, readStateWithin, versionOf } from './state.ts'
import type { State } from './state.ts'

/** What a fault might have done, and what the judge says of it. */
const wrongs: readonly (readonly [name: string, text: string, said: readonly RegExp[]])[] = [
  [
    'a catalog that is half applied',
    'alter table public.notes drop column body',
    [/^catalog pg_attribute: /, /^rows of public\.notes: /],
  ],
  [
    'an index that a build has left unusable',
    `create index notes_body_idx on public.notes (body);
     update pg_catalog.pg_index set indisvalid = false where indexrelid = 'public.notes_body_idx'::regclass`,
    [/^catalog pg_class: /, /^invalid indexes: has notes_body_idx$/],
  ],
  ['a right too many', 'grant select on public.notes to anon', [/^catalog pg_class: /]],
  [
    'a row twice',
    "insert into public.notes (body) values ('one')",
    [/^rows of public\.notes: 2 .* expected, 3 /],
  ],
  ['a row less', "delete from public.notes where body = 'one'", [/^rows of public\.notes: 2 /]],
  [
    'a row that was changed twice',
    "update public.notes set body = body || '!'",
    [/^rows of public\.notes: 2 .* expected, 2 /],
  ],
  [
    'a version that a history lacks',
    "delete from atlas_schema_revisions.atlas_schema_revisions where version = '002'",
    [/^Atlas's history: lacks 002 bodies 2 1\/1 no error /],
  ],
  [
    'a version that is recorded as half applied',
    "update atlas_schema_revisions.atlas_schema_revisions set applied = 0 where version = '002'",
    [/^Atlas's history: lacks 002 /, /^Atlas's history: has 002 bodies 2 0\/1 /],
  ],
]

describe('the judge of faults', () => {
  it('takes a database for what an undisturbed run leaves only where it is that', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, usual)
      await db.text("insert into public.notes (body) values ('one'), ('two')")
      const whole = await readState(db.superuser)
      expect(versionOf(whole)).toBe('002')
      expect(compareStates(whole, await readState(db.superuser))).toEqual([])
      for (const [name, text, said] of wrongs) {
        const differences = compareStates(whole, await readAfter(db, text))
        const seen = said.map((pattern) => differences.some((line) => pattern.test(line)))
        expect({ name, seen, differences }).toEqual({
          name,
          seen: said.map(() => true),
          differences,
        })
      }
      expect(compareStates(whole, await readState(db.superuser))).toEqual([])
    })
  })
})

/** What a database is after a text, which is rolled back. */
async function readAfter({ superuser }: TestDatabase, text: string): Promise<State> {
  const found = Promise.withResolvers<State>()
  const undo = new Error('undo')
  await superuser
    .tx(async (tx) => {
      await sendText(tx, text)
      found.resolve(await readStateWithin(tx))
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return found.promise
}

/** A run that ended as it should. */
const right: Said = {
  ran: { code: 1, signal: null, stdout: '', stderr: 'The connection was cut. Run it again.' },
  outcome: 'any',
  secret: 's3cret',
  unchanged: false,
}

const says = (stderr: string): Said => ({ ...right, ran: { ...right.ran, stderr } })
const endsWith = (code: number | null, outcome: Said['outcome']): Said => ({
  ...right,
  outcome,
  ran: { ...right.ran, code, signal: code === null ? 'SIGKILL' : null },
})

describe('the judge of how a run ends', () => {
  it.each([
    ['a sentence that says what to do', right, []],
    [
      'a stack',
      says('Error: x. Run it again.\n    at run (file:///a/b.ts:1:2)'),
      ['it shows a stack'],
    ],
    ['no advice', says('The connection was cut.'), ['it does not say how to go on']],
    ['the password', says('s3cret: cut. Run it again.'), ['it shows the password']],
    [
      'that nothing was changed where something was',
      says('Nothing was changed. Run it again.'),
      ['it says that nothing was changed, which is not true'],
    ],
    ['exit 1 where the run should succeed', endsWith(1, 'succeeds'), ['it ended with exit 1']],
    ['exit 1 after a signal', endsWith(1, 'interrupted'), ['it ended with exit 1']],
    ['a signal that nobody sent', endsWith(null, 'any'), ['it ended with SIGKILL']],
    ['SIGKILL, which was sent', endsWith(null, 'killed'), []],
  ] as const)('on %s', (_name, said, complaints) => {
    expect(judgeEnd(said)).toEqual(complaints)
  })
})
