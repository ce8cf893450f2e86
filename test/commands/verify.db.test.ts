import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { verifyCommand } from '../../src/commands/verify.ts'
import { sendText } from '../../src/postgres/connect.ts'
import { plain } from '../../src/report/paint.ts'
import { renderVerify } from '../../src/report/verify.ts'
import { changes, more } from '../support/changes-by-hand.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual } from '../support/target.ts'

/** What the platform has its own way, and what people install beside what migrations make. */
const platform = `
alter default privileges for role postgres in schema public grant all on tables to anon;
create extension if not exists citext with schema extensions;
drop extension if exists pg_stat_statements;
create publication messages for table auth.users;
create function extensions.watch() returns event_trigger language plpgsql as 'begin end';
create event trigger watch on ddl_command_end execute function extensions.watch();
create foreign data wrapper wrapper;
create server elsewhere foreign data wrapper wrapper;
alter schema public owner to supabase_admin;
comment on schema public is 'ours';
grant select on auth.users to anon;
drop table realtime.messages;
create table realtime.subscription (id bigint primary key);
create or replace function realtime.topic() returns text language sql as 'select null::text';
`

describe('verify', () => {
  it('finds a database as its migrations make it, at the version that it has', async () => {
    await withSmallWorld(async ({ context }) => {
      await applyCommand(context, { ...usual, version: '001' })
      expect(await verifyCommand(context, 'test')).toMatchObject({
        same: true,
        current: '001',
        pending: ['002'],
      })
      await applyCommand(context, usual)
      expect(await verifyCommand(context, 'test')).toMatchObject({
        same: true,
        current: '002',
        pending: [],
      })
    })
  })

  it('names in plain words what was changed by hand in each part of a database', async () => {
    await withLargerWorld(async ({ context, db }) => {
      for (const { change } of changes) await db.superuser.task((one) => sendText(one, change))
      const text = renderVerify(await verifyCommand(context, 'test'), plain)
      expect(differencesIn(text)).toEqual(changes.flatMap(({ told }) => told).toSorted())
    })
  })

  it('says nothing of what the platform decides, and names what no reader reads', async () => {
    await withLargerWorld(async ({ context, db }) => {
      await db.superuser.task((one) => sendText(one, platform))
      const seen = await verifyCommand(context, 'test')
      expect(differencesIn(renderVerify(seen, plain))).toEqual([])
      expect(seen.same).toBe(true)
      await db.superuser.task((one) => sendText(one, unread))
      const { sections } = await verifyCommand(context, 'test')
      expect(sections.at(-1)).toEqual({
        name: 'other properties',
        expected: 1,
        found: 1,
        missing: [],
        extra: [],
        different: [
          {
            object: 'type private.part pg_type: typcategory',
            expected: 'C',
            found: 'X',
          },
        ],
      })
    })
  })
})

/** No statement but this writes the column, so that no reader reads it. */
const unread =
  "update pg_catalog.pg_type set typcategory = 'X' where oid = 'private.part'::pg_catalog.regtype"

/** The differences that a report names, a line each behind the kind of object, sorted. */
function differencesIn(report: string): string[] {
  const [, ...parts] = report.split(/\n(?! )/)
  return parts
    .flatMap((part) => {
      const [kind = '', ...items] = part.split(/\n(?= {2}\S)/)
      return items.map((item) => `${kind}:${item.replaceAll(/\s+/g, ' ')}`)
    })
    .toSorted()
}

async function withLargerWorld(use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    await world.project.write('migrations/003_more.sql', more)
    await world.seal()
    await applyCommand(world.context, usual)
    await use(world)
  })
}
