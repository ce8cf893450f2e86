import { sql } from '../connect.ts'
import { relationKind } from './ids.ts'

/** Which kinds of relations there are; several readers share their catalog. */
export const relationsExist = sql`
  select distinct ${relationKind}
  from pg_catalog.pg_class as c
  where c.relnamespace in (select area.oid from area) and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c')
`

/** Which kinds of types there are that somebody made by CREATE TYPE or CREATE DOMAIN. */
export const typesExist = sql`
  select distinct case t.typtype when 'e' then 'enum' when 'd' then 'domain' else 'range' end
  from pg_catalog.pg_type as t
  where t.typnamespace in (select area.oid from area) and t.typtype in ('e', 'd', 'r')
`

/** Which kinds of routines there are. */
export const routinesExist = sql`
  select distinct case p.prokind when 'a' then 'aggregate' else 'routine' end
  from pg_catalog.pg_proc as p
  where p.pronamespace in (select area.oid from area)
`
