select
  'error' as level,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, a.attname) as object,
  'Named like a secret, in an exposed table without row security.' as message
from pg_catalog.pg_attribute as a
join pg_catalog.pg_class as c on c.oid = a.attrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  c.relkind in ('r', 'p')
  and not c.relrowsecurity
  and a.attnum > 0
  and not a.attisdropped
  and n.nspname = 'public'
  and a.attname ~* '(password|passwd|pwd|secret|token|api_?key|private_?key|ssn|social_security|credit_?card|card_?number|cvv|iban|passport|date_?of_?birth|pin_?code)'
order by object
