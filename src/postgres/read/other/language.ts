import { sql } from '../../connect.ts'
import { functionOf, list, nameIn, operatorOption, option, words } from './other-kind.ts'
import type { OtherKind } from './other-kind.ts'

/** What types, operators and languages are made of, in the order in which such objects need each other. */
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
    kind: 'operator',
    catalog: 'pg_operator',
    from: sql`pg_catalog.pg_operator as o`,
    schema: sql`o.oprnamespace`,
    owner: sql`o.oprowner`,
    definition: words(
      functionOf('function', sql`o.oprcode`),
      sql`'returns ' || pg_catalog.format_type(o.oprresult, null)`,
      sql`case when o.oprcom <> 0 then 'commutator ' || o.oprcom::pg_catalog.regoperator end`,
      sql`case when o.oprnegate <> 0 then 'negator ' || o.oprnegate::pg_catalog.regoperator end`,
      functionOf('restrict', sql`o.oprrest`),
      functionOf('join', sql`o.oprjoin`),
      sql`case when o.oprcanhash then 'hashes' end`,
      sql`case when o.oprcanmerge then 'merges' end`,
    ),
    making: sql`pg_catalog.format(
    'create operator %s.%s (%s)',
    o.oprnamespace::pg_catalog.regnamespace,
    o.oprname,
    ${list(
      option('function', sql`o.oprcode`),
      sql`case when o.oprleft <> 0 then 'leftarg = ' || pg_catalog.format_type(o.oprleft, null) end`,
      sql`case when o.oprright <> 0 then 'rightarg = ' || pg_catalog.format_type(o.oprright, null) end`,
      operatorOption('commutator', sql`o.oprcom`),
      operatorOption('negator', sql`o.oprnegate`),
      option('restrict', sql`o.oprrest`),
      option('join', sql`o.oprjoin`),
      sql`case when o.oprcanhash then 'hashes' end`,
      sql`case when o.oprcanmerge then 'merges' end`,
    )}
  )`,
  },
  {
    kind: 'operator family',
    catalog: 'pg_opfamily',
    from: sql`pg_catalog.pg_opfamily as o`,
    schema: sql`o.opfnamespace`,
    owner: sql`o.opfowner`,
    definition: sql`pg_catalog.array_to_string(
      array(
        select pg_catalog.concat('operator ', m.amopstrategy, ' ', m.amopopr::pg_catalog.regoperator)
        from pg_catalog.pg_amop as m
        where m.amopfamily = o.oid
        union all
        select pg_catalog.concat('function ', m.amprocnum, ' ', m.amproc::pg_catalog.regprocedure)
        from pg_catalog.pg_amproc as m
        where m.amprocfamily = o.oid
        order by 1
      ),
      ', '
    )`,
  },
  {
    kind: 'operator class',
    catalog: 'pg_opclass',
    from: sql`pg_catalog.pg_opclass as o`,
    schema: sql`o.opcnamespace`,
    owner: sql`o.opcowner`,
    definition: words(
      sql`'for ' || pg_catalog.format_type(o.opcintype, null)`,
      sql`case when o.opcdefault then 'default' end`,
      sql`case when o.opckeytype <> 0 then 'storage ' || pg_catalog.format_type(o.opckeytype, null) end`,
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
