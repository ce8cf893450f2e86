import { UserError } from '../../errors.ts'
import type { SchemaStatement } from '../../files/schema/schema-files.ts'
import { isSQLError, sendText, sql } from '../../postgres/connect.ts'
import type { SQLQuery, Transaction } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'
import type { ServerError } from '../../postgres/server-error.ts'

/**
 * Runs a text under a savepoint. Answers PostgreSQL's error, or undefined when it worked and is kept. Throws
 * UserError when the server is at the end of its means, which is no fault of the text.
 */
export async function tryText(tx: Transaction, text: string): Promise<ServerError | undefined> {
  try {
    await tx.tx(async (savepoint) => sendText(savepoint, text))
    return undefined
  } catch (error) {
    return errorOfText(error)
  }
}

function errorOfText(error: unknown): ServerError {
  if (!isSQLError(error)) throw error
  if (!exhausted.test(error.code)) return error
  const hint = error.hint === undefined ? '' : `\n  hint: ${error.hint}`
  throw new UserError(
    `The server cannot load the schema: ${messageLine(error)} (${error.code})${hint}`,
    { cause: error },
  )
}

/** Classes 53 (insufficient resources) and 58 (system error). */
const exhausted = /^5[38]/

/** Sends statements as one text. Answers whether all worked; otherwise none of them is kept. */
export async function tryTogether(
  tx: Transaction,
  statements: readonly SchemaStatement[],
): Promise<boolean> {
  // A statement may end in a line comment, so the semicolon is on the next line.
  const text = statements.map((statement) => `${statement.sql}\n;\n`).join('')
  return text === '' || (await tryText(tx, text)) === undefined
}

/**
 * Tries statements one by one, each under a savepoint, again and again until nothing moves, in one round trip.
 * Answers what never worked, in the given order.
 */
export async function tryUntilStill(
  tx: Transaction,
  statements: readonly SchemaStatement[],
): Promise<readonly SchemaStatement[]> {
  if (statements.length === 0) return []
  const work = statements.map((statement) => ({ sql: statement.sql, row: rowOf(statement) }))
  const [, , answer] = await askAll(tx, [
    sql`select pg_catalog.set_config('loader.work', ${JSON.stringify(work)}, true)`,
    retryLoop,
    sql`select value::integer as index from pg_catalog.jsonb_array_elements_text(pg_catalog.current_setting('loader.left')::jsonb) as value`,
  ])
  const left = new Set((answer ?? []).map(({ index }) => index))
  return statements.filter((_, index) => left.has(index))
}

interface Row {
  readonly index: number
}

async function askAll(tx: Transaction, queries: SQLQuery[]): Promise<readonly Row[][]> {
  try {
    return await tx.query(queries)
  } catch (error) {
    throw errorOfText(error)
  }
}

/**
 * Statements of one row keep their order: the rights of a file first revoke, then grant. A revoke that runs after
 * its grant would remove that, too.
 */
function rowOf({ phase, file }: SchemaStatement): string | null {
  return phase === 'rights' || phase === 'default privileges' ? file : null
}

/** Reads `loader.work`, a list of {sql, row}; leaves the indexes (from 0) of what never worked in `loader.left`. */
const retryLoop = sql`
do $loader$
declare
  work constant jsonb := pg_catalog.current_setting('loader.work')::jsonb;
  texts constant text[] := array(
    select item.value ->> 'sql'
    from pg_catalog.jsonb_array_elements(work) with ordinality as item (value, place)
    order by item.place
  );
  file_rows constant text[] := array(
    select item.value ->> 'row'
    from pg_catalog.jsonb_array_elements(work) with ordinality as item (value, place)
    order by item.place
  );
  todo integer[] := array(select pg_catalog.generate_series(1, pg_catalog.cardinality(texts)));
  failed integer[];
  waiting text[];
  i integer;
begin
  loop
    failed := '{}';
    waiting := '{}';
    foreach i in array todo loop
      if file_rows[i] = any (waiting) then
        failed := failed || i;
        continue;
      end if;
      begin
        execute texts[i];
      exception when others then
        if sqlstate ~ '^5[38]' then
          raise;
        end if;
        failed := failed || i;
        waiting := waiting || file_rows[i];
      end;
    end loop;
    exit when pg_catalog.cardinality(failed) in (0, pg_catalog.cardinality(todo));
    todo := failed;
  end loop;
  perform pg_catalog.set_config(
    'loader.left',
    (select coalesce(pg_catalog.jsonb_agg(place - 1 order by place), '[]') from pg_catalog.unnest(failed) as place)::text,
    true
  );
end
$loader$
`
