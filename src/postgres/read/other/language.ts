import { sql } from '../../connect.ts'
import { functionOf, nameIn, words } from './other-kind.ts'
import type { OtherKind } from './other-kind.ts'

/** What types and languages are made of, in the order in which such objects need each other. */
export const languageKinds: readonly OtherKind[] = [
  {
    kind: 'type',
    catalog: 'pg_type',
    from: sql`pg_catalog.pg_type as o`,
    // base types without their arrays, and types that are announced only
    where: sql`o.typtype in ('b', 'p') and not exists (select 1 from pg_catalog.pg_type as e where e.typarray = o.oid)`,
    schema: sql`o.typnamespace`,
    owner: sql`o.typowner`,
    rights: [sql`o.typacl`, 'T'],
    definition: words(
      functionOf('input', sql`o.typinput`),
      functionOf('output', sql`o.typoutput`),
      functionOf('receive', sql`o.typreceive`),
      functionOf('send', sql`o.typsend`),
      sql`pg_catalog.concat('length ', o.typlen, ' align ', o.typalign, ' storage ', o.typstorage, ' category ', o.typcategory)`,
      sql`'default ' || o.typdefault`,
    ),
  },
  {
    kind: 'conversion',
    catalog: 'pg_conversion',
    from: sql`pg_catalog.pg_conversion as o`,
    schema: sql`o.connamespace`,
    owner: sql`o.conowner`,
    definition: words(
      sql`pg_catalog.pg_encoding_to_char(o.conforencoding)`,
      sql`pg_catalog.pg_encoding_to_char(o.contoencoding)`,
      functionOf('function', sql`o.conproc`),
      sql`case when o.condefault then 'default' end`,
    ),
    making: sql`pg_catalog.format(
    'create %s %s for %L to %L from %s',
    case when o.condefault then 'default conversion' else 'conversion' end,
    ${nameIn(sql`o.connamespace`, sql`o.conname`)},
    pg_catalog.pg_encoding_to_char(o.conforencoding),
    pg_catalog.pg_encoding_to_char(o.contoencoding),
    o.conproc::pg_catalog.regproc
  )`,
  },
  {
    kind: 'transform',
    catalog: 'pg_transform',
    from: sql`pg_catalog.pg_transform as o`,
    definition: words(
      functionOf('from sql', sql`o.trffromsql`),
      functionOf('to sql', sql`o.trftosql`),
    ),
  },
  {
    kind: 'language',
    catalog: 'pg_language',
    from: sql`pg_catalog.pg_language as o`,
    owner: sql`o.lanowner`,
    rights: [sql`o.lanacl`, 'l'],
    definition: words(
      sql`case when o.lanpltrusted then 'trusted' end`,
      functionOf('handler', sql`o.lanplcallfoid`),
      functionOf('inline', sql`o.laninline`),
      functionOf('validator', sql`o.lanvalidator`),
    ),
  },
  {
    kind: 'access method',
    catalog: 'pg_am',
    from: sql`pg_catalog.pg_am as o`,
    definition: words(
      sql`case o.amtype when 't' then 'table' else 'index' end`,
      functionOf('handler', sql`o.amhandler`),
    ),
  },
]
