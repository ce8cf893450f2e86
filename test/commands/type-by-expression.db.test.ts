import { longer } from '../support/sample.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { planCommand } from '../../src/commands/plan.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { messageOf } from '../../src/errors.ts'
import { sql } from '../support/database.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'

const rows = `insert into public.jobs (name, length, token) values ('a', '1:30', 7), ('b', null, null);\n`

/** A table with a column for how long jobs take, one for a token, and what stands above each. */
function jobs([length, token]: readonly [string, string], above: readonly string[] = []): string {
  const [first = '-- how long', second = '-- what it is known by'] = above
  return `create table public.jobs (
  id bigint generated always as identity,
  name text not null,
  ${first}
  length ${length},
  ${second}
  token ${token},
  constraint jobs_pkey primary key (id)
);
`
}

const texts = ['text', 'integer'] as const
const minutes = ['integer', 'uuid'] as const
const minutesOf = `split_part(length, ':', 1)::integer * 60 + split_part(length, ':', 2)::integer`
const said = [`-- @using ${minutesOf}`, `-- @using pg_catalog.md5(token::text)::uuid`]

test.skipIf(longer.skip)(
  'a type by an expression: rows are converted, and the down direction says what it loses',
  async () => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await project.write('migrations/003_jobs.sql', jobs(texts))
      await project.write('migrations/down/003_jobs.sql', 'drop table public.jobs;\n')
      await project.write('samples/jobs.sql', rows)
      await seal()
      await applyCommand(context, usual)
      await db.text(rows)

      await project.write('schema/tables/jobs.sql', jobs(minutes))
      expect(await planCommand(context, 'minutes')).toMatchObject({
        proved: false,
        unmanaged: [
          { object: 'column public.jobs.token', why: expect.stringContaining('-- @using') },
        ],
      })
      await project.write('schema/tables/jobs.sql', jobs(minutes, said))
      const { proved, files, segments, down } = await planCommand(context, 'minutes')
      expect({ proved, files }).toEqual({
        proved: true,
        files: ['migrations/004_minutes.sql', 'migrations/down/004_minutes.sql'],
      })
      const told = [...segments, ...down].flatMap(({ statements }) =>
        statements.map((each) => [each.sql, each.hazards.includes('data_loss')]),
      )
      expect(told).toEqual([
        [
          `alter table public.jobs\n  alter column length type integer using ${minutesOf},\n  alter column token type uuid using pg_catalog.md5(token::text)::uuid`,
          true,
        ],
        [
          'alter table public.jobs\n  drop column token,\n  alter column length type text,\n  add column token integer',
          true,
        ],
      ])

      expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
        /^this would be lost for good:\n {2}"public"\."jobs"\."length": 1 value changed by integer, /,
      )
      await applyCommand(context, { ...usual, allowDataLoss: true })
      const after = sql`select name, length, token::text from public.jobs order by name`
      expect(await db.query(after)).toEqual([
        { name: 'a', length: 90, token: '8f14e45f-ceea-167a-5a36-dedd4bea2543' },
        { name: 'b', length: null, token: null },
      ])
      expect(await planCommand(context, undefined)).toMatchObject({ equal: true })

      const back = { ...usualRollback, to: { kind: 'version', version: '003' } } as const
      expect(await rollbackCommand(context, back).catch(messageOf)).toContain('token')
      await rollbackCommand(context, { ...back, allowDataLoss: true })
      expect(await db.query(after)).toEqual([
        { name: 'a', length: '90', token: null },
        { name: 'b', length: null, token: null },
      ])
      const migration = await readFile(join(project.root, 'migrations/004_minutes.sql'), 'utf8')
      expect(migration).not.toContain('@using')
    })
  },
)
