-- up
-- ! blocks_reads
alter table public.t
  drop constraint t_y_check;
drop view public.v;
alter type public.pair rename to pair_old;
-- ! blocks_reads
drop index public.by_width;
alter type public.size
  add attribute note text,
  add attribute at date;
alter type public.size rename to size_old;
alter type public.span
  drop attribute b,
  add attribute d numeric(5,2);
alter type public.span rename to span_old;
-- ! breaks_clients
create type public.pair as (
  one integer,
  two text,
  three boolean
);
-- ! breaks_clients
create type public.size as (
  width integer,
  unit varchar(10),
  note text,
  at date
);
comment on column public.size.unit is 'cm or m';
comment on column public.size.note is 'What else is to be said';
-- ! data_loss, breaks_clients
create type public.span as (
  a text,
  "Odd c" text,
  d numeric(5,2)
);
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column x drop default,
  alter column x type public.size using case when x is distinct from null then row((x).width, (x).unit, null, null)::public.size end,
  alter column x set default '(1,cm,,)'::public.size,
  alter column p type public.pair using case when p is distinct from null then row((p).one, (p).two, null)::public.pair end,
  alter column xs type public.size[] using xs::text[]::public.size[],
  alter column y type public.span using y::text::public.span,
  add constraint t_y_check check (((y).a > '0'::text));
-- ! breaks_clients
create view public.v as
 select (x).width as width,
    (y).a as a
   from public.t;
-- ! scan, blocks_writes
create index by_width on public.t using btree (((x).width));
drop type public.pair_old;
drop type public.size_old;
drop type public.span_old;

-- down
-- ! blocks_reads
alter table public.t
  drop constraint t_y_check;
drop view public.v;
alter type public.pair
  drop attribute three;
alter type public.pair rename to pair_old;
-- ! blocks_reads
drop index public.by_width;
alter type public.size
  drop attribute note,
  drop attribute at;
alter type public.size rename to size_old;
alter type public.span
  drop attribute d,
  add attribute b integer;
alter type public.span rename to span_old;
-- ! data_loss, fails_on_rows, breaks_clients
create type public.pair as (
  one smallint,
  two text
);
-- ! data_loss, fails_on_rows, breaks_clients
create type public.size as (
  width smallint,
  unit varchar(5)
);
comment on column public.size.unit is 'cm or m';
-- ! data_loss, fails_on_rows, breaks_clients
create type public.span as (
  a integer,
  "Odd c" text,
  b integer
);
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column x drop default,
  alter column x type public.size using x::text::public.size,
  alter column x set default '(1,cm)'::public.size,
  alter column p type public.pair using p::text::public.pair,
  alter column xs type public.size[] using xs::text[]::public.size[],
  alter column y type public.span using y::text::public.span,
  add constraint t_y_check check (((y).a > 0));
-- ! breaks_clients
create view public.v as
 select (x).width as width,
    (y).a as a
   from public.t;
-- ! scan, blocks_writes
create index by_width on public.t using btree (((x).width));
drop type public.pair_old;
drop type public.size_old;
drop type public.span_old;
