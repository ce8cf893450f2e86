import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { rehearseCommand } from '../../src/commands/rehearse.ts'
import { messageOf } from '../../src/errors.ts'
import { plain } from '../../src/report/paint.ts'
import { renderRehearse } from '../../src/report/rehearse.ts'
import { sql } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { usual } from '../support/target.ts'

const request = { environment: 'test', version: undefined } as const

describe('apply --rehearse', () => {
  it('measures what is pending on a copy of what is there, next to its rows and bytes', async () => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await applyCommand(context, { ...usual, version: '001' })
      await db.text(`alter table public.notes add column mood text;
        insert into public.notes (mood) select 'calm' from pg_catalog.generate_series(1, 1000);
        analyze public.notes`)
      await project.write(
        'migrations/002_bodies.sql',
        "-- Needs what somebody added by hand.\nalter table public.notes add column body text not null default '';\nalter table public.notes alter column mood type varchar(20);\ncreate index notes_mood_idx on public.notes (mood);\ncreate table public.fresh ();\n",
      )
      await seal()
      const result = await rehearseCommand(context, request)
      const notes = { relation: 'public.notes', rows: 1000, bytes: expect.any(Number) }
      expect(result).toMatchObject({
        drifted: true,
        lacking: [],
        files: [
          {
            version: '002',
            name: 'bodies',
            statements: [
              {
                line: 2,
                sort: 'alter table',
                outside: false,
                work: [{ ...notes, lock: 'access exclusive', rewrite: false, scan: false }],
              },
              { line: 3, work: [{ ...notes, lock: null, rewrite: true, scan: true }] },
              { line: 4, sort: 'create index', work: [{ ...notes, lock: null, scan: true }] },
              { line: 5, sort: 'create table', work: [] },
            ],
          },
        ],
      })
      expect(renderRehearse(result, plain)).toMatch(
        / {2}3 {5}alter table {3}public\.notes +rewrite, scan {2}~1,000 {2}\d+ kB/,
      )
      expect(await db.query(sql`select pg_catalog.to_regclass('public.fresh') as fresh`)).toEqual([
        { fresh: null },
      ])
    })
  })

  it.skipIf(longer.skip)('says where a file fails, which a dry run cannot know', async () => {
    await withSmallWorld(async ({ context, project, seal }) => {
      await applyCommand(context, { ...usual, version: '001' })
      await project.write(
        'migrations/002_bodies.sql',
        'select 1;\nalter table public.gone add a text;\n',
      )
      await seal()
      const said = await rehearseCommand(context, request).catch(messageOf)
      expect(said).toMatch(/002_bodies\.sql:2:1: relation "public\.gone" does not exist/)
      expect(said).toContain('That was on a copy: the database was not changed.')
      expect(await rehearseCommand(context, { ...request, version: '001' })).toMatchObject({
        files: [],
      })
    })
  })

  it.skipIf(longer.skip)(
    'runs the statements of a file without a transaction each by itself',
    async () => {
      await withSmallWorld(async ({ context, project, seal }) => {
        await applyCommand(context, { ...usual, version: '001' })
        await project.write(
          'migrations/002_bodies.sql',
          '-- atlas:txmode none\n\nalter table public.notes add column body text;\ncreate index concurrently notes_body_idx on public.notes (body);\n' +
            "-- @backfill table=public.notes key=id batch=1000\nupdate public.notes set body = '' where body is null;\n",
        )
        await seal()
        expect((await rehearseCommand(context, request)).files[0]?.statements).toMatchObject([
          { outside: false, work: [{ lock: 'access exclusive' }] },
          { outside: true, work: [] },
          { outside: false, sort: 'update' },
        ])
      })
    },
  )
})
