import { sql } from '../connect.ts'
import {
  commentOn,
  notComeAlong,
  notOfExtension,
  rightsOf,
  roleName,
  sortedOptions,
} from './facet-columns.ts'
import { routineId, routineKind } from './ids.ts'
import { routinesExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  kind: 'text',
  arguments: 'text',
  result: 'text?',
  language: 'text',
  volatility: 'text',
  parallel: 'text',
  strict: 'boolean',
  security: 'text',
  leakproof: 'boolean',
  cost: 'number',
  rows: 'number',
  support: 'text?',
  config: 'text[]',
  body: 'text',
  library: 'text?',
  definition: 'text',
} as const

const readRoutines: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      ${routineKind} as kind,
      ${routineId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`p.proowner`)},
        'comment', ${commentOn('pg_proc', sql`p.oid`)},
        'rights', ${rightsOf(sql`p.proacl`, sql`'f'`, sql`p.proowner`)},
        'kind', case p.prokind when 'w' then 'window' when 'p' then 'procedure' else 'function' end,
        'arguments', pg_catalog.pg_get_function_arguments(p.oid),
        'result', pg_catalog.pg_get_function_result(p.oid),
        'language', pg_catalog.quote_ident(l.lanname),
        ${manner},
        'body', coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc),
        'library', p.probin,
        'definition', pg_catalog.pg_get_functiondef(p.oid)
      ) as attributes
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    join pg_catalog.pg_language as l on l.oid = p.prolang
    where
      n.nspname = any(${schemas})
      and p.prokind <> 'a'
      and ${notOfExtension('pg_proc', sql`p.oid`)}
      and ${notComeAlong('pg_proc', sql`p.oid`)}
    order by n.nspname, p.proname, ${routineId} collate "C"
  `)

/** How a routine is called, and with what rights and settings it runs. */
const manner = sql`
  'volatility', case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
  'parallel', case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end,
  'strict', p.proisstrict,
  'security', case when p.prosecdef then 'definer' else 'invoker' end,
  'leakproof', p.proleakproof,
  'cost', p.procost,
  'rows', p.prorows,
  'support', nullif(p.prosupport::pg_catalog.regproc::text, '-'),
  'config', ${sortedOptions(sql`p.proconfig`)}
`

/** Functions and procedures. `definition` is CREATE OR REPLACE as PostgreSQL prints it; `body` is the author's text. */
export const routines: KindReader = {
  stage: 'routines',
  kinds: ['function', 'procedure'],
  of: ['routine'],
  exists: routinesExist,
  attributes,
  read: readRoutines,
}
