import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'
import { commentOn, notOfExtension, rightsOf, roleName } from './facet-columns.ts'
import { routineId } from './ids.ts'
import { routinesExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  arguments: 'text',
  result: 'text',
  definition: 'text',
} as const

const readAggregates: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'aggregate' as kind,
      ${routineId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`p.proowner`)},
        'comment', ${commentOn('pg_proc', sql`p.oid`)},
        'rights', ${rightsOf(sql`p.proacl`, sql`'f'`, sql`p.proowner`)},
        'arguments', ${argumentList},
        'result', pg_catalog.pg_get_function_result(p.oid),
        'definition', pg_catalog.format(
          E'CREATE AGGREGATE %I.%I(%s) (\n  %s\n)',
          n.nspname, p.proname, ${argumentList},
          -- absent clauses are null, and null is joined to nothing
          pg_catalog.array_to_string(array[${sql.join([...clauses], sql`, `)}], E',\n  ')
        )
      ) as attributes
    from pg_catalog.pg_aggregate as g
    join pg_catalog.pg_proc as p on p.oid = g.aggfnoid
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_proc', sql`p.oid`)}
    order by n.nspname, p.proname, ${routineId} collate "C"
  `)

const argumentList = sql`coalesce(nullif(pg_catalog.pg_get_function_arguments(p.oid), ''), '*')`

/** A clause that names a function; null where there is none. */
function functionClause(name: string, column: SQLQuery): SQLQuery {
  return sql`${`${name} = `}::text || nullif(${column}::pg_catalog.regproc::text, '-')`
}

function modify(name: string, column: SQLQuery, when: SQLQuery): SQLQuery {
  return sql`
    case
      -- what counts where nothing is said (manual, CREATE AGGREGATE)
      when ${when} <> 0 and ${column} <> (case g.aggkind when 'n' then 'r' else 'w' end)::"char"
        then ${`${name} = `}::text || case ${column} when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end
    end
  `
}

/** The clauses in the order of the manual (CREATE AGGREGATE). */
const clauses: readonly SQLQuery[] = [
  functionClause('sfunc', sql`g.aggtransfn`),
  sql`'stype = ' || pg_catalog.format_type(g.aggtranstype, null)`,
  sql`case when g.aggtransspace <> 0 then 'sspace = ' || g.aggtransspace end`,
  functionClause('finalfunc', sql`g.aggfinalfn`),
  sql`case when g.aggfinalextra then 'finalfunc_extra' end`,
  modify('finalfunc_modify', sql`g.aggfinalmodify`, sql`g.aggfinalfn::oid`),
  functionClause('combinefunc', sql`g.aggcombinefn`),
  functionClause('serialfunc', sql`g.aggserialfn`),
  functionClause('deserialfunc', sql`g.aggdeserialfn`),
  sql`'initcond = ' || pg_catalog.quote_literal(g.agginitval)`,
  functionClause('msfunc', sql`g.aggmtransfn`),
  functionClause('minvfunc', sql`g.aggminvtransfn`),
  sql`case when g.aggmtranstype <> 0 then 'mstype = ' || pg_catalog.format_type(g.aggmtranstype, null) end`,
  sql`case when g.aggmtransspace <> 0 then 'msspace = ' || g.aggmtransspace end`,
  functionClause('mfinalfunc', sql`g.aggmfinalfn`),
  sql`case when g.aggmfinalextra then 'mfinalfunc_extra' end`,
  modify('mfinalfunc_modify', sql`g.aggmfinalmodify`, sql`g.aggmfinalfn::oid`),
  sql`'minitcond = ' || pg_catalog.quote_literal(g.aggminitval)`,
  sql`
    (
      select pg_catalog.format('sortop = operator(%I.%s)', sn.nspname, o.oprname)
      from pg_catalog.pg_operator as o
      join pg_catalog.pg_namespace as sn on sn.oid = o.oprnamespace
      where o.oid = g.aggsortop
    )
  `,
  sql`case p.proparallel when 's' then 'parallel = safe' when 'r' then 'parallel = restricted' end`,
  sql`case g.aggkind when 'h' then 'hypothetical' end`,
]

/** Aggregates. PostgreSQL prints no definition of them: it is put together as CREATE AGGREGATE takes it. */
export const aggregates: KindReader = {
  stage: 'routines',
  kinds: ['aggregate'],
  of: ['aggregate'],
  exists: routinesExist,
  attributes,
  read: readAggregates,
}
