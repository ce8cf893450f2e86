-- up
alter sequence public.t_c_seq rename to t_c_seq_old;
-- ! blocks_reads
alter table public.t
  alter column a drop default,
  alter column b drop default;
-- ! breaks_clients
alter sequence public.t_a_seq rename to t_a_seq_old;
-- ! data_loss, breaks_clients
drop sequence public.t_b_seq;
-- ! blocks_reads
alter table public.t
  alter column a add generated always as identity;
select pg_catalog.setval('public.t_a_seq', last_value)
from public.t_a_seq_old
where is_called and last_value >= (select last_value from public.t_a_seq);
select pg_catalog.setval('public.t_a_seq', pg_catalog.max(a))
from public.t
having pg_catalog.max(a) >= (select last_value from public.t_a_seq);
create sequence public.t_c_seq
  as integer
  owned by public.t.c;
select pg_catalog.setval('public.t_c_seq', last_value)
from public.t_c_seq_old
where is_called and last_value >= (select last_value from public.t_c_seq);
-- ! blocks_reads
alter table public.t
  alter column c drop identity,
  alter column c set default nextval('public.t_c_seq'::regclass);
select pg_catalog.setval('public.t_c_seq', pg_catalog.max(c))
from public.t
having pg_catalog.max(c) >= (select last_value from public.t_c_seq);
create sequence public.t_d_seq
  as smallint
  owned by public.t.d;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column d type smallint,
  alter column d set default nextval('public.t_d_seq'::regclass),
  alter column d set not null;
select pg_catalog.setval('public.t_d_seq', pg_catalog.max(d))
from public.t
having pg_catalog.max(d) >= (select last_value from public.t_d_seq);
drop sequence public.t_a_seq_old;

-- down
alter sequence public.t_a_seq rename to t_a_seq_old;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column c drop default,
  alter column d drop default,
  alter column d type integer,
  alter column d drop not null;
-- ! breaks_clients
alter sequence public.t_c_seq rename to t_c_seq_old;
-- ! data_loss, breaks_clients
drop sequence public.t_d_seq;
-- ! blocks_reads
alter table public.t
  alter column c add generated always as identity;
select pg_catalog.setval('public.t_c_seq', last_value)
from public.t_c_seq_old
where is_called and last_value >= (select last_value from public.t_c_seq);
select pg_catalog.setval('public.t_c_seq', pg_catalog.max(c))
from public.t
having pg_catalog.max(c) >= (select last_value from public.t_c_seq);
create sequence public.t_a_seq
  as integer
  owned by public.t.a;
select pg_catalog.setval('public.t_a_seq', last_value)
from public.t_a_seq_old
where is_called and last_value >= (select last_value from public.t_a_seq);
-- ! blocks_reads
alter table public.t
  alter column a drop identity,
  alter column a set default nextval('public.t_a_seq'::regclass);
select pg_catalog.setval('public.t_a_seq', pg_catalog.max(a))
from public.t
having pg_catalog.max(a) >= (select last_value from public.t_a_seq);
create sequence public.t_b_seq
  owned by public.t.b;
-- ! blocks_reads
alter table only public.t
  alter column b set default nextval('public.t_b_seq'::regclass);
select pg_catalog.setval('public.t_b_seq', pg_catalog.max(b))
from public.t
having pg_catalog.max(b) >= (select last_value from public.t_b_seq);
drop sequence public.t_c_seq_old;
