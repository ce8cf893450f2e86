import type { SchemaStatement } from '../../files/schema/schema-files.ts'
import { sql } from '../../postgres/connect.ts'
import type { Transaction } from '../../postgres/connect.ts'
import { showName } from '../../sql/parsed/object-name.ts'
import type { LoadFailure } from './load-causes.ts'
import { tryText } from './load-try.ts'

/**
 * Checks the bodies of the functions and procedures that statements made, once everything that they may speak of is
 * there; `check_function_bodies` is on. Their languages' own validators find the wrong ones in one round trip; the
 * statement itself, as `create or replace`, then says the place.
 */
export async function checkBodies(
  tx: Transaction,
  statements: readonly SchemaStatement[],
): Promise<LoadFailure[]> {
  const routines = statements.filter(({ subject }) =>
    /^create (function|procedure)$/.test(subject.sort),
  )
  const names = routines.flatMap(({ subject }) => subject.objects)
  const wrong = new Set(await readWrongRoutines(tx, names))
  const failures: LoadFailure[] = []
  for (const statement of routines) {
    if (!wrong.has(nameOf(statement))) continue
    const error = await tryText(
      tx,
      statement.sql.replace(/^create\b(?!\s+or\s)/i, `$&${orReplace}`),
    )
    if (error !== undefined) failures.push({ statement, error, shift: orReplace.length })
  }
  return failures
}

const orReplace = ' or replace'

function nameOf({ subject }: SchemaStatement): string {
  return subject.objects.map(showName).join()
}

/** The routines of a database whose bodies are wrong, of all that people made. `check_function_bodies` is on. */
export async function readWrongBodies(tx: Transaction): Promise<string[]> {
  const names: RoutineName[] = await tx.query(sql`
    select distinct n.nspname::text as schema, p.proname::text as name
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    join pg_catalog.pg_language as l on l.oid = p.prolang
    where
      p.oid >= 16384
      and l.lanname in ('sql', 'plpgsql')
      and not exists (
        select
        from pg_catalog.pg_depend as e
        where
          e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
          and e.objid = p.oid
          and e.deptype = 'e'
      )
  `)
  return readWrongRoutines(tx, names)
}

interface RoutineName {
  readonly schema?: string | undefined
  readonly name: string
}

async function readWrongRoutines(
  tx: Transaction,
  names: readonly RoutineName[],
): Promise<string[]> {
  if (names.length === 0) return []
  const [, , answer] = await tx.query([
    sql`select pg_catalog.set_config('loader.routines', ${JSON.stringify(names)}, true)`,
    validateLoop,
    sql`select value as name from pg_catalog.jsonb_array_elements_text(pg_catalog.current_setting('loader.wrong')::jsonb) as value`,
  ])
  return (answer ?? []).map(({ name }: { readonly name: string }) => name)
}

/**
 * Reads `loader.routines`, a list of {schema, name}; leaves the names of the wrong ones in `loader.wrong`. A routine's
 * own settings hold while its body is checked, as in `create function`; the exception at the end of the inner block takes them back.
 */
const validateLoop = sql`
do $loader$
declare
  routine record;
  setting text;
  wrong text[] := '{}';
begin
  for routine in
    select p.oid, p.proconfig, l.lanvalidator::regproc as validator, n.nspname || '.' || p.proname as name
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    join pg_catalog.pg_language as l on l.oid = p.prolang
    join pg_catalog.jsonb_to_recordset(pg_catalog.current_setting('loader.routines')::jsonb) as asked (schema text, name text)
      on asked.schema = n.nspname and asked.name = p.proname
    where l.lanvalidator <> 0 and p.prokind in ('f', 'p', 'w')
  loop
    begin
      foreach setting in array coalesce(routine.proconfig, '{}') loop
        perform pg_catalog.set_config(
          pg_catalog.split_part(setting, '=', 1),
          pg_catalog.substr(setting, pg_catalog.strpos(setting, '=') + 1),
          true
        );
      end loop;
      execute pg_catalog.format('select %s(%s)', routine.validator, routine.oid);
      raise sqlstate 'LOADR';
    exception
      when sqlstate 'LOADR' then null;
      when others then wrong := wrong || routine.name;
    end;
  end loop;
  perform pg_catalog.set_config('loader.wrong', pg_catalog.to_jsonb(wrong)::text, true);
end
$loader$
`
