import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { acceptDriftCommand } from '../../src/commands/drift-accept.ts'
import { diffCommand } from '../../src/commands/diff.ts'
import { driftCommand } from '../../src/commands/drift.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { messageOf } from '../../src/errors.ts'
import { sentencesOf } from '../../src/model/sections.ts'
import type { PasteLine } from '../../src/planning/drift/find-line.ts'
import { sendText, sql } from '../../src/postgres/connect.ts'
import { plain } from '../../src/report/paint.ts'
import { renderDrift, renderRepair } from '../../src/report/drift.ts'
import { workbenchOf } from '../../src/workbench/workbench.ts'
import { withTestDatabase } from '../support/database.ts'
import { changes, more } from '../support/changes-by-hand.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { contextFor, usual, usualRollback } from '../support/target.ts'

/** What the owner of the migrations cannot undo, and why. */
const beyond: Readonly<Record<string, string>> = {
  'create publication extra for all tables': 'must be superuser',
  'create trigger extra after insert on auth.users for each row execute function private.touch()':
    'only the owner of its table can drop',
}

/** A database with something of each kind, as its migrations make it. */
async function withLargerWorld(use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    await world.project.write('migrations/003_more.sql', more)
    await world.seal()
    await applyCommand(world.context, usual)
    await use(world)
  })
}

const keep = { environment: 'test', name: 'keep', lockWait: 200 } as const

/** New things, and changes of what has a file. */
const kept = `
  create type public.mood as enum ('calm', 'angry');
  create table public.labels (id bigint generated always as identity primary key, note_id bigint not null references public.notes (id), mood public.mood);
  create index labels_note_id_idx on public.labels (note_id);
  alter table public.labels enable row level security;
  create policy own on public.labels for select to authenticated using (id > 0);
  comment on table public.labels is 'What a note is about.';
  create function public.two() returns integer language sql set search_path = '' as 'select 2';
  create view public.calm with (security_invoker = true) as select id from public.labels where mood = 'calm';
  alter table public.notes add column title text;
  create index notes_body_idx on public.notes (body);
  alter table public.notes alter column body set default 'empty';
`

/** As the owner does it, or a superuser where the owner may not. */
async function doByHand({ db }: SmallWorld, change: string): Promise<void> {
  await sendText(db.owner, change).catch(async () => sendText(db.superuser, change))
}

describe('drift', () => {
  it('is none where the database is what its history makes, whatever is pending', async () => {
    await withSmallWorld(async ({ context }) => {
      await applyCommand(context, { ...usual, version: '001' })
      const result = await driftCommand(context, 'test')
      expect(result).toMatchObject({
        same: true,
        current: '001',
        pending: ['002'],
        done: [],
        repair: [],
        proved: null,
        unmanaged: [],
      })
      expect(renderDrift(result, plain)).toContain('no drift')
    })
  })

  it.skipIf(longer.skip)(
    'of many things at once is undone by the SQL that it prints, but for what the owner may not',
    async () => {
      await withLargerWorld(async (world) => {
        const { context, db } = world
        for (const { change } of changes) await doByHand(world, change)
        const seen = await driftCommand(context, 'test')
        expect(seen).toMatchObject({ same: false, proved: true, why: null })
        expect(seen.unmanaged.map(({ object }) => object).toSorted()).toEqual([
          'publication extra',
          'trigger auth.users.extra',
        ])
        await sendText(db.owner, renderRepair(seen))
        const left = await driftCommand(context, 'test')
        expect(sentencesOf(left.sections)).toEqual([
          'triggers: not expected: auth.users.extra',
          'publications: not expected: extra',
        ])
      })
    },
  )

  it.skipIf(longer.skip)(
    'is said in SQL that makes of another database what this one is',
    async () => {
      await withSmallWorld(async ({ context, db }) => {
        await applyCommand(context, usual)
        await db.text("alter table public.notes add column mood text default 'calm'")
        const seen = await driftCommand(context, 'test')
        expect(seen.done.flatMap(({ statements }) => statements.map((each) => each.sql))).toEqual([
          "alter table public.notes\n  add column mood text default 'calm'::text",
        ])
        expect(renderDrift(seen, plain)).toContain(
          '-- What undoes it:\nbegin;\nalter table public.notes\n  drop column mood;\ncommit;',
        )
      })
    },
  )

  it.skipIf(longer.skip)('that only the observer sees is named, and not planned', async () => {
    await withLargerWorld(async ({ context, db }) => {
      await db.superuser.task((one) =>
        // No statement but this writes the column, so that no reader reads it.
        sendText(
          one,
          "update pg_catalog.pg_type set typcategory = 'X' where oid = 'private.part'::pg_catalog.regtype",
        ),
      )
      expect(await driftCommand(context, 'test')).toMatchObject({
        same: false,
        proved: null,
        done: [],
        unmanaged: [{ object: 'type private.part' }],
      })
    })
  })
})

describe('a drift that is kept', () => {
  it('is a migration that other databases get, recorded as applied where it was found', async () => {
    await withSmallWorld(async ({ context, db, project }) => {
      await applyCommand(context, usual)
      await db.text(kept)
      const { lines, ...result } = await acceptDriftCommand(context, keep)
      expect(result).toMatchObject({
        proved: true,
        recorded: [{ version: '003', name: 'keep' }],
        files: [
          'migrations/003_keep.sql',
          'migrations/down/003_keep.sql',
          'schema/types/mood.sql',
          'schema/tables/labels.sql',
          'schema/functions/two.sql',
          'schema/policies/labels.sql',
          'schema/views/calm.sql',
        ],
        agrees: false,
      })
      const file = 'schema/tables/notes.sql'
      expect(lines).toEqual([
        {
          path: file,
          line: 3,
          how: 'change',
          text: "alter table only public.notes\n  alter column body set default 'empty'::text;",
        },
        { path: file, line: 4, how: 'paste', text: 'title text,' },
        {
          path: file,
          line: 6,
          how: 'paste',
          text: 'create index notes_body_idx on public.notes using btree (body);',
        },
      ])
      expect((await driftCommand(context, 'test')).same).toBe(true)
      expect(
        await db.query(
          sql`select type from atlas_schema_revisions.atlas_schema_revisions where version = '003'`,
        ),
      ).toEqual([{ type: 4 }])
      // When it is written, the checkout agrees.
      const text = await readFile(join(project.root, file), 'utf8')
      await project.write(
        file,
        writtenIn(text, lines).replace(
          'body text not null,',
          "body text not null default 'empty',",
        ),
      )
      const looking = { useWorkbench: workbenchOf(context), talk: context.talk }
      expect(await diffCommand(context.project, looking)).toMatchObject({ equal: true })
    })
  })

  it.skipIf(longer.skip)('goes where the others go, and is rolled back as they are', async () => {
    await withSmallWorld(async ({ context, db, project }) => {
      await applyCommand(context, usual)
      await db.text(kept)
      await acceptDriftCommand(context, keep)
      await withTestDatabase({ kind: 'platform', mode: 'today' }, async (other) => {
        const theirs = await contextFor(other.url, await project.load())
        expect(await applyCommand(theirs, usual)).toMatchObject({ current: '003' })
        expect((await driftCommand(theirs, 'test')).same).toBe(true)
      })
      const back = {
        ...usualRollback,
        to: { kind: 'steps', steps: 1 },
        allowDataLoss: true,
      } as const
      expect(await rollbackCommand(context, back)).toMatchObject({ current: '002' })
      expect((await driftCommand(context, 'test')).same).toBe(true)
    })
  })

  it.skipIf(longer.skip)('is refused with the reason, and nothing is written', async () => {
    await withSmallWorld(async ({ context, db, project }) => {
      const refusal = async (): Promise<string> =>
        acceptDriftCommand(context, keep).then(() => '', messageOf)
      await applyCommand(context, { ...usual, version: '001' })
      await db.text('alter table public.notes add column mood text')
      expect(await refusal()).toBe(
        '002 is pending, so a migration that follows it cannot be recorded as applied. Apply first: npm run apply test -- --allow-drift. Nothing was written.',
      )
      await applyCommand(context, usual)
      await db.text('alter table public.notes rename column body to words')
      expect(await refusal()).toContain(
        'column public.notes.words, which may have been public.notes.body',
      )
      await db.text('alter table public.notes rename column words to body')
      await sendText(db.superuser, 'create publication extra for all tables')
      expect(await refusal()).toContain('a migration cannot say all of it:\n  publication extra: ')
      expect(await readdir(join(project.root, 'migrations'))).toEqual([
        '001_notes.sql',
        '002_bodies.sql',
        'atlas.sum',
        'down',
      ])
    })
  })
})

describe('a record that fails', longer, () => {
  it('leaves no file behind', async () => {
    await withSmallWorld(async ({ context, db, project }) => {
      await applyCommand(context, usual)
      await db.text(
        `create function atlas_schema_revisions.refuse() returns trigger language plpgsql as $$begin raise 'full'; end$$;
        create trigger refuse before insert on atlas_schema_revisions.atlas_schema_revisions
          for each row execute function atlas_schema_revisions.refuse();`,
      )
      await db.text(kept)
      const before = await allFiles(project.root)
      expect(await acceptDriftCommand(context, keep).catch(messageOf)).toMatch(
        /full.*\nIt was not recorded, so no file was kept\.$/s,
      )
      expect(await allFiles(project.root)).toEqual(before)
    })
  })
})

async function allFiles(root: string): Promise<Record<string, string>> {
  const names = await Promise.all(
    ['migrations', 'schema'].map(async (folder) => {
      const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
      return found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
    }),
  )
  const texts = names.flat().map(async (name) => [name, await readFile(name, 'utf8')] as const)
  return Object.fromEntries(await Promise.all(texts))
}

/** A file with what is to be pasted, from its end on. */
function writtenIn(text: string, lines: readonly PasteLine[]): string {
  const all = text.trimEnd().split('\n')
  const pasted = lines
    .filter(({ how }) => how === 'paste')
    .toSorted((a, b) => (b.line ?? 0) - (a.line ?? 0))
  for (const each of pasted) all.splice((each.line ?? 1) - 1, 0, `  ${each.text}`)
  return `${all.join('\n')}\n`
}

describe('each change by hand', longer, () => {
  it.each(changes.filter(({ change }) => beyond[change] === undefined))(
    'is drift, undone and kept: $change',
    async ({ change }) => {
      await withLargerWorld(async (world) => {
        await doByHand(world, change)
        const seen = await driftCommand(world.context, 'test')
        expect(seen).toMatchObject({ same: false, proved: true, unmanaged: [] })
        await sendText(world.db.owner, renderRepair(seen))
        expect((await driftCommand(world.context, 'test')).same).toBe(true)
        await doByHand(world, change)
        const { recorded } = await acceptDriftCommand(world.context, keep)
        expect(recorded.length).toBeGreaterThan(0)
        expect((await driftCommand(world.context, 'test')).same).toBe(true)
      })
    },
  )

  it.each(Object.entries(beyond))('is named where the owner may not: %s', async (change, why) => {
    await withLargerWorld(async (world) => {
      await doByHand(world, change)
      const { unmanaged } = await driftCommand(world.context, 'test')
      expect(unmanaged).toMatchObject([{ why: expect.stringContaining(why) }])
    })
  })
})
