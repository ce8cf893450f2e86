-- error: The API reaches queues through pgmq_public, and this one has no row security.
-- Looks at: queues of pgmq, where pgmq_public is exposed.
-- Fix: alter table pgmq.q_… enable row level security.
select
  'table' as kind,
  n.nspname as schema,
  c.relname as name,
  null as part,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  null as detail,
  not c.relrowsecurity as found
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  c.relkind in ('r', 'p')
  and c.relname like 'q\_%'
  and n.nspname = 'pgmq'
  and pg_catalog.to_regnamespace('pgmq_public') is not null
order by object
