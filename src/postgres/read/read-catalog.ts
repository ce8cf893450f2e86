import { loadModule } from '../../parser.ts'
import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { fewPlans } from '../few-plans.ts'
import { askedAgain, sendText, sql } from '../connect.ts'
import type { Queryable, Transaction } from '../connect.ts'
import { stages } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import { readDependencies } from './dependencies.ts'
import { readMakingStatements } from './other/read.ts'
import { readExistingKinds } from './existing-kinds.ts'
import type { Area, Scope } from './reader.ts'
import type { RowOf } from './row.ts'
import * as byName from './readers.ts'

/** All readers, in the order in which they are asked: by stage, then by name. */
export const readers: readonly KindReader[] = Object.entries<KindReader>(byName)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([, reader]) => reader)
  .toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage))

/** Reads what is ours of a database, and what needs what, in one snapshot. The same database gives the same catalog. */
export async function readCatalog(db: Queryable, scope: Scope = {}): Promise<Catalog> {
  return db.tx(async (tx) => {
    await sendText(tx, 'set transaction isolation level repeatable read read only')
    return readCatalogWithin(tx, scope)
  })
}

/** As readCatalog, inside a transaction of the caller's: what it has done so far is read. */
export async function readCatalogWithin(given: Transaction, scope: Scope = {}): Promise<Catalog> {
  // Comparing catalogs reads the texts in them. It is loaded while the server answers.
  const [catalog] = await Promise.all([readUnparsed(given, scope), loadModule()])
  return catalog
}

/** The same for who compares the catalog with loadedOnDemand: the parser is not loaded. */
export async function readUnparsed(given: Transaction, scope: Scope): Promise<Catalog> {
  await sendText(given, settings)
  const tx = askedAgain(given)
  const { serverVersion, role, ...area } = await readArea(tx, scope)
  const objects = new Map<ObjectId, CatalogObject>()
  for (const { read, of } of readers)
    if (of.some((kind) => area.existing.has(kind)))
      for (const object of await read(tx, area)) objects.set(object.id, object)
  return { serverVersion, role, objects, dependencies: await readDependencies(tx, area, objects) }
}

/** Reads how objects of kinds that no rule plans are made, by their ids, as far as statements can: for copies. */
export async function readMakers(
  db: Queryable,
  scope: Scope,
): Promise<ReadonlyMap<ObjectId, string>> {
  return db.tx(async (tx) => {
    await sendText(tx, 'set transaction isolation level repeatable read read only')
    await sendText(tx, settings)
    return readMakingStatements(tx, await readArea(tx, scope))
  })
}

/**
 * With an empty path every name prints with its schema; the others say how values print in defaults and bounds,
 * whatever the server, the database or the role would have. Nested loops, chosen because catalogs are guessed to be
 * small, take minutes where hash joins take a second.
 */
const settings = `
  set local search_path = '';
  set local quote_all_identifiers = off;
  set local timezone = 'UTC';
  set local datestyle = 'ISO';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local enable_nestloop = off;
  ${fewPlans}
`

/** What the query for the server, the role and the schemas answers. */
export const headColumns = { serverVersion: 'number', role: 'text', schemas: 'text[]' } as const

type Head = Area & Pick<Catalog, 'serverVersion' | 'role'>

async function readArea(
  db: Queryable,
  { schemas, except = [], superusers = false }: Scope,
): Promise<Head> {
  const chosen = schemas === undefined ? sql`true` : sql`n.nspname = any(${schemas})`
  const rows: RowOf<typeof headColumns>[] = await db.query(sql`
    select
      pg_catalog.current_setting('server_version_num')::integer as "serverVersion",
      pg_catalog.quote_ident(current_user) as role,
      array(
        select n.nspname::text
        from pg_catalog.pg_namespace as n
        where
          n.nspname !~ '^pg_'
          and n.nspname <> 'information_schema'
          and n.nspname <> all(${except})
          and ${chosen}
        order by n.nspname
      ) as schemas
  `)
  const [head] = rows
  if (head === undefined) throw new Error('a query without a table answers one row')
  const queries = [...new Set(readers.map(({ exists }) => exists))]
  const area = { ...head, superusers, whole: schemas === undefined }
  return { ...area, existing: await readExistingKinds(db, area, queries) }
}
