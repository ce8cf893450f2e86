import { expect, test } from 'vitest'
import { authoredIn } from '../../src/planning/load-authored.ts'
import { findAuthored } from '../../src/plan/authored-statement.ts'
import { rules } from '../../src/plan/rules/rules.ts'
import { writePlan } from '../../src/plan/write/write-plan.ts'
import { compareSights } from '../../src/observer/sight/sight.ts'
import { readState } from '../../src/proof/state.ts'
import type { State } from '../../src/proof/state.ts'
import { loadSchemaFiles } from '../../src/files/schema/schema-files.ts'
import { loadSchema } from '../../src/workbench/load/load-schema.ts'
import { sql, withTestDatabase } from '../support/database.ts'
import type { Rows, TestDatabase } from '../support/database.ts'
import { withFiles } from '../support/files.ts'

const platform = { kind: 'platform', mode: 'today' } as const
const view = { scope: { schemas: ['public'] }, ignoreSchemas: [] } as const

/** Texts that a plan might tidy, and must not: each stands in a literal, a body and a quoted name. */
const odd = [
  'FIRST \t\n\n    SECOND  character varying\n  , \n)',
  '-- it is timestamp with time zone\r\n\t\tEND',
  '/* $$ " */ character varying $function$',
]
const literals = odd.map((text) => `'${text}'`)
const escaped = String.raw`E'A\'B character varying C\'D'`

const schemaFiles = {
  'types/mood.sql': `create type public.mood as enum (${literals.join(', ')});`,
  'types/short.sql': `create domain public.short as text
  default ${escaped}
  constraint short_odd check (value <> ${literals[0] ?? ''} and value <> ${escaped});`,
  'tables/others.sql':
    'create table public.others (id integer, constraint others_pkey primary key (id));',
  'tables/notes.sql': `create table public.notes (
  id integer primary key, -- it's the key
  body text default ${literals[0] ?? ''} /* it's */ ,
  title text default ${escaped},
  tag text default $é$ A   \n\n   , \n character varying $é$,
  other integer
    references public.others (id)
  ,
  "A character varying" text,
  constraint notes_body_odd check (body <> ${literals[1] ?? ''} and title <> ${escaped})
);
comment on table public.notes is ${literals[0] ?? ''};
comment on column public.notes.body is ${literals[1] ?? ''};
comment on column public.notes.title is ${escaped};`,
  'tables/tagged.sql': `create table public.tagged (
  id integer, -- it is the key
  constraint tagged_pkey primary key (id),
  other integer
    constraint tagged_other_fkey references public.others (id) -- of others
  ,
  tag text default $é$ A   \n\n   , \n character varying $é$ /* the\n\n    , \n end */,
  title text default ${escaped},
  constraint tagged_id_fkey foreign key (id) references public.others (id)
);`,
  'views/odd.sql': `create view public.odd as select body, ${literals[2] ?? ''}::text as note from public.notes where body <> ${literals[0] ?? ''} -- the end
;`,
  'policies/notes.sql': `create policy select_odd on public.notes for select to authenticated
  using (body <> ${literals[0] ?? ''} and title <> ${escaped});`,
  'triggers/notes.sql': `create trigger odd before update on public.notes for each row
  execute function public.stamp(${literals.join(', ')});`,
  'functions/stamp.sql':
    'create function public.stamp() returns trigger language plpgsql as $f$ begin return new; end $f$ -- the end\n;',
  ...Object.fromEntries(
    bodies().map((body, at) => [
      `functions/f${String(at)}.sql`,
      `create function public.f${String(at)}(a text default ${literals[at % literals.length] ?? ''}, b text default ${escaped})
returns text language plpgsql set application_name = 'A  b''C' set search_path = '' as $own$${body}$own$;
comment on function public.f${String(at)} is ${literals[at % literals.length] ?? ''};`,
    ]),
  ),
}

function bodies(): string[] {
  return [
    ...odd.map((text) => `\n\n   begin\n     return $x$ ${text} $x$;   \n   end\t\n\n`),
    "\r\n\tbegin\r\n\treturn 'character varying';\r\n\tend\r\n",
    '\nbegin return $$ A   \n\n $$; end -- $',
    "\nbegin return 'it''s'; end -- $function$ \"",
  ]
}

/** What the functions of a database are made of, by digest. */
async function bodiesIn({ query }: TestDatabase): Promise<Rows> {
  return query(sql`
    select
      p.proname::text as name,
      pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(p.prosrc, 'UTF8')), 'hex') as digest
    from pg_catalog.pg_proc as p
    where p.pronamespace = 'public'::pg_catalog.regnamespace
    order by name
  `)
}

/** Runs the plan that leads from one state to another in a database, and answers what it then holds. */
async function arrive(
  from: State,
  to: State,
  authored: Parameters<typeof writePlan>[1]['authored'],
): Promise<unknown> {
  const { texts } = writePlan({ from: from.catalog, to: to.catalog }, { rules, authored })
  return withTestDatabase(platform, async (db) => {
    for (const text of texts) await db.text(text)
    const { sight } = await readState(db, view)
    const { differences } = await compareSights(sight, to.sight)
    return { differences, bodies: await bodiesIn(db) }
  })
}

test('what is planned keeps every text to the byte, as the catalog and as the author wrote it', async () => {
  await withTestDatabase(platform, async (wanted) => {
    const empty = await readState(wanted, view)
    const written = await withFiles(schemaFiles, async (folder) => {
      const loaded = await loadSchemaFiles(folder)
      await loadSchema(wanted.owner, await loaded.statements())
      return authoredIn(loaded)
    })
    const full = await readState(wanted, view)
    const expected = { differences: [], bodies: await bodiesIn(wanted) }
    expect(expected.bodies).toHaveLength(bodies().length + 1)
    expect(await arrive(empty, full, new Map())).toEqual(expected)
    const authored = findAuthored(written, full.catalog, rules)
    expect([...authored.keys()].filter((id) => !id.startsWith('function ')).toSorted()).toEqual([
      'policy public.notes.select_odd',
      'table public.others',
      'table public.tagged',
      'trigger public.notes.odd',
      'view public.odd',
    ])
    expect(await arrive(empty, full, authored)).toEqual(expected)
  })
})
