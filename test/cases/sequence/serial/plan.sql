-- up
create sequence public.o_c_seq
  as integer;
-- ! rewrite, scan, blocks_reads
alter table public.o
  add column c integer not null default nextval('public.o_c_seq'::regclass);
alter sequence public.o_c_seq owned by public.o.c;
create sequence public.t_a_seq
  as integer;
create sequence public.t_b_seq;
create sequence public.t_c_seq
  as smallint;
create table public.t (
  a integer not null default nextval('public.t_a_seq'::regclass),
  b bigint not null default nextval('public.t_b_seq'::regclass),
  c smallint not null default nextval('public.t_c_seq'::regclass)
);
alter sequence public.t_a_seq owned by public.t.a;
alter sequence public.t_b_seq owned by public.t.b;
alter sequence public.t_c_seq owned by public.t.c;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.o
  drop column c;
-- ! data_loss, breaks_clients
drop table public.t;
