import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import type { Answer, Answers, Kept, NotAsked } from '../questions/question.ts'

/** What can be kept of what a file loses, and why the rest cannot. */
export interface Keepable {
  readonly items: readonly Kept[]
  readonly refused: readonly NotAsked[]
}

/** Decides what of the losses a copy can hold. Values of a table that is kept whole are kept with it. */
export async function findKeepable(
  db: Queryable,
  { answers, notAsked }: Answers,
): Promise<Keepable> {
  const losses = answers.filter(({ outcome }) => outcome !== 'fails')
  const whole = losses.flatMap(({ kept }) => (kept?.kind === 'rows' ? [kept] : []))
  const others = losses.filter(
    ({ kept }) => kept === null || !whole.some((table) => isSame(table, kept)),
  )
  const found = [
    ...whole.map(async (kept) => ({ kept, reason: await hindranceOfRows(db, kept) })),
    ...others.map(async (answer) => ({
      kept: answer.kept,
      reason: await reasonAgainst(db, answer),
    })),
  ]
  const decided = await Promise.all(found)
  return {
    items: decided.flatMap(({ kept, reason }) =>
      kept === null || reason !== undefined ? [] : [kept],
    ),
    refused: [
      ...notAsked,
      ...decided.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
    ],
  }
}

async function reasonAgainst(
  db: Queryable,
  { kept, place, object, detail, outcome }: Answer,
): Promise<NotAsked | undefined> {
  const why = kept === null ? unkept[outcome] : await hindrance(db, kept)
  return why === undefined ? undefined : { place, reason: `${object}: ${detail}: ${why}` }
}

const only = 'only dropped tables, and dropped or narrowed columns, are kept'

const unkept: Readonly<Record<Answer['outcome'], string>> = {
  'loses rows': `the statement takes rows out of a table that stays; ${only}`,
  'loses values': `the column stays, and loses a part of its values; ${only}`,
  'changes values': `the statement writes other values; ${only}`,
  fails: only,
}

function isSame(table: Kept, kept: Kept): boolean {
  return table.schema === kept.schema && table.table === kept.table
}

async function hindrance(db: Queryable, kept: Kept): Promise<string | undefined> {
  const [row] = await db.query(sql`
    select
      exists (select from pg_catalog.pg_constraint as k where k.conrelid = c.oid and k.contype = 'p') as "hasKey",
      a.attidentity = 'a' as "isIdentity",
      exists (
        select
        from pg_catalog.pg_constraint as k
        where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any(k.conkey)
      ) as "isKey",
      pg_catalog.format_type(a.atttypid, null) ~ '^reg' as "isAlias"
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    where n.nspname = ${kept.schema} and c.relname = ${kept.table} and a.attname = ${kept.column}
  `)
  if (row === undefined) return 'it is not there yet'
  if (row.hasKey !== true) return 'the table has no primary key by which a value finds its row'
  if (row.isKey === true) return 'it belongs to the primary key'
  if (row.isIdentity === true) return 'it is an identity column, which takes no values'
  return row.isAlias === true ? 'its type names objects of the database' : undefined
}

async function hindranceOfRows(
  db: Queryable,
  { schema, table }: Kept,
): Promise<NotAsked | undefined> {
  const columns = await db.query(sql`
    select a.attname::text as name
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    where
      n.nspname = ${schema}
      and c.relname = ${table}
      and a.attnum > 0
      and not a.attisdropped
      and pg_catalog.format_type(a.atttypid, null) ~ '^reg'
  `)
  const [first] = columns
  const reason = `the type of ${String(first?.name)} names objects of the database`
  return first === undefined ? undefined : { place: `${schema}.${table}`, reason }
}
