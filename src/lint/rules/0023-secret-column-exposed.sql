-- error: Named like a secret, in an exposed table without row security.
-- Looks at: columns of tables of exposed schemas.
-- Fix: Enable row security on the table, or move the column to a schema that is not exposed.
select
  'column' as kind,
  n.nspname as schema,
  c.relname as name,
  a.attname as part,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, a.attname) as object,
  null as detail,
  not c.relrowsecurity
  and a.attname ~* '(password|passwd|pwd|secret|token|api_?key|private_?key|ssn|social_security|credit_?card|card_?number|cvv|iban|passport|date_?of_?birth|pin_?code)' as found
from pg_catalog.pg_attribute as a
join pg_catalog.pg_class as c on c.oid = a.attrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_depend as e
  on e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e'
where
  c.relkind in ('r', 'p')
  and a.attnum > 0
  and not a.attisdropped
  and n.nspname = any (pg_catalog.current_setting('lint.exposed')::text[])
  and e.objid is null
order by object
