import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, roleName } from './facet-columns.ts'
import { operatorId, routineId } from './ids.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  function: 'text?',
  left: 'text?',
  right: 'text',
  commutator: 'text?',
  negator: 'text?',
  restrict: 'text?',
  join: 'text?',
  hashes: 'boolean',
  merges: 'boolean',
} as const

const readOperators: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'operator' as kind,
      ${operatorId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`o.oprowner`)},
        'comment', ${commentOn('pg_operator', sql`o.oid`)},
        'function', ${routineOf(sql`f.oprcode`)},
        'left', case when o.oprleft <> 0 then pg_catalog.format_type(o.oprleft, null) end,
        'right', pg_catalog.format_type(o.oprright, null),
        'commutator', ${operatorOf(sql`f.oprcom`)},
        'negator', ${operatorOf(sql`f.oprnegate`)},
        'restrict', ${functionName(sql`o.oprrest`)},
        'join', ${functionName(sql`o.oprjoin`)},
        'hashes', o.oprcanhash,
        'merges', o.oprcanmerge
      ) as attributes
    from pg_catalog.pg_operator as o
    join pg_catalog.pg_operator as f on f.oid = o.oid
    join pg_catalog.pg_namespace as n on n.oid = o.oprnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_operator', sql`o.oid`)}
    order by ${operatorId} collate "C"
  `)

/** The id of the routine that a column names; null where it names none: an operator that is announced only. */
function routineOf(column: SQLQuery): SQLQuery {
  return sql`(
    select ${routineId}
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where p.oid = ${column}
  )`
}

/** The id of the operator that a column of f names; null where it names none. */
function operatorOf(column: SQLQuery): SQLQuery {
  return sql`(
    select ${operatorId}
    from pg_catalog.pg_operator as o
    join pg_catalog.pg_namespace as n on n.oid = o.oprnamespace
    where o.oid = ${column}
  )`
}

/** The name of a function that a column names; null where it names none. Its arguments are always the same. */
function functionName(column: SQLQuery): SQLQuery {
  return sql`(
    select pg_catalog.format('%I.%I', fn.nspname, f.proname)
    from pg_catalog.pg_proc as f
    join pg_catalog.pg_namespace as fn on fn.oid = f.pronamespace
    where f.oid = ${column}
  )`
}

/** Operators, also those that another one names and nobody made: they have no function. */
export const operators: KindReader = {
  stage: 'other kinds',
  kinds: ['operator'],
  of: ['operator'],
  exists: whether('operator', sql`pg_catalog.pg_operator as o where o.oid >= 16384`),
  attributes,
  read: readOperators,
  addresses: sql`
    select ${catalogOid('pg_operator')}::oid, o.oid, 0, ${operatorId}
    from pg_catalog.pg_operator as o
    join pg_catalog.pg_namespace as n on n.oid = o.oprnamespace
    cross join area
    where n.nspname = any(area.schemas)
  `,
}
