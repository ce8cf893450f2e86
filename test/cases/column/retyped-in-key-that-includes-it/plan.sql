-- up
-- ! blocks_reads
alter table public.b
  drop constraint b_a_fkey,
  drop constraint b_x_fkey,
  drop constraint b_i_fkey;
drop view public.v;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  drop constraint pk,
  drop constraint u,
  alter column y type text,
  alter column z type bigint,
  add constraint pk primary key (id) include (y),
  replica identity using index pk,
  cluster on pk,
  add constraint u unique (x) include (z);
-- ! blocks_reads
drop index public.by_index_id;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.by_index
  alter column y type bigint;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.free
  alter column y type bigint;
comment on index public.pk is 'Its key.';
-- ! scan, blocks_writes
create unique index by_index_id on public.by_index using btree (id) include (y);
-- ! scan, blocks_writes
alter table public.b
  add constraint b_a_fkey foreign key (a)
    references public.a (id),
  add constraint b_x_fkey foreign key (x)
    references public.a (x),
  add constraint b_i_fkey foreign key (i)
    references public.by_index (id);
create view public.v as
 select id,
    x
   from public.a
  group by id;

-- down
-- ! blocks_reads
alter table public.b
  drop constraint b_a_fkey,
  drop constraint b_x_fkey,
  drop constraint b_i_fkey;
drop view public.v;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.a
  drop constraint pk,
  drop constraint u,
  alter column y type integer using y::integer,
  alter column z type integer,
  add constraint pk primary key (id) include (y),
  replica identity using index pk,
  cluster on pk,
  add constraint u unique (x) include (z);
-- ! blocks_reads
drop index public.by_index_id;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.by_index
  alter column y type integer;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.free
  alter column y type integer;
comment on index public.pk is 'Its key.';
-- ! scan, blocks_writes
create unique index by_index_id on public.by_index using btree (id) include (y);
-- ! scan, blocks_writes
alter table public.b
  add constraint b_a_fkey foreign key (a)
    references public.a (id),
  add constraint b_x_fkey foreign key (x)
    references public.a (x),
  add constraint b_i_fkey foreign key (i)
    references public.by_index (id);
create view public.v as
 select id,
    x
   from public.a
  group by id;
