import { sql } from '../../../postgres/connect.ts'
import type { Queryable } from '../../../postgres/connect.ts'
import type { Facts } from './database-facts.ts'
import { readConstraintFacts } from './read-constraint-facts.ts'
import { readDependentFacts } from './read-dependent-facts.ts'
import { readTableFacts } from './read-table-facts.ts'
import { readTypeFacts } from './read-type-facts.ts'

/** Reads what questions about statements need to know of a database. Locks nothing but catalogs, to read them. */
export async function readFacts(db: Queryable): Promise<Facts> {
  const tables = await readTableFacts(db)
  const types = await readTypeFacts(db)
  const constraints = await readConstraintFacts(db)
  const dependents = await readDependentFacts(db)
  const { functions, ...session } = await readSession(db)
  return {
    tables,
    types,
    constraints,
    dependents,
    path: session.path,
    user: session.user,
    schemas: new Set(session.schemas),
    sequences: new Set(session.sequences),
    volatile: new Set([...functions.map(({ name }) => name), ...alwaysOther]),
    writers: new Set(
      functions.filter(({ schema }) => schema !== 'pg_catalog').map((each) => nameOf(each)),
    ),
  }
}

/** Of extensions: they write nothing, and answer otherwise each time. */
const alwaysOther = [
  'uuid_generate_v1',
  'uuid_generate_v1mc',
  'uuid_generate_v4',
  'gen_random_bytes',
  'gen_salt',
]

interface FunctionName {
  readonly schema: string
  readonly name: string
}

interface SessionFacts {
  readonly path: readonly string[]
  readonly user: string
  readonly schemas: readonly string[]
  readonly sequences: readonly string[]
  readonly functions: readonly FunctionName[]
}

function nameOf({ schema, name }: FunctionName): string {
  return `${schema}.${name}`
}

async function readSession(db: Queryable): Promise<SessionFacts> {
  const [row] = await db.query(sql`
    select
      pg_catalog.current_schemas(false)::text[] as path,
      current_user::text as "user",
      array(select n.nspname::text from pg_catalog.pg_namespace as n order by 1) as schemas,
      array(
        select pg_catalog.format('%s.%s', n.nspname, c.relname)
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
          c.relkind = 'S'
          and not exists (
            select
            from pg_catalog.pg_depend as d
            where
              d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
              and d.objid = c.oid
              and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
              and d.refobjsubid > 0
          )
        order by 1
      ) as sequences
  `)
  return { ...row, functions: await readVolatile(db) }
}

async function readVolatile(db: Queryable): Promise<FunctionName[]> {
  return db.query(sql`
    select distinct n.nspname::text as schema, p.proname::text as name
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where
      p.provolatile = 'v'
      -- functions that answer something random, and write nothing
      and not exists (
        select
        from pg_catalog.pg_depend as d
        join pg_catalog.pg_extension as e on e.oid = d.refobjid
        where
          d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
          and d.objid = p.oid
          and d.deptype = 'e'
          and e.extname in ('pgcrypto', 'uuid-ossp')
          and n.nspname <> 'pg_catalog'
      )
    order by schema, name
  `)
}
