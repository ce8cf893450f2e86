-- up
-- ! blocks_reads
alter table public.b
  drop constraint b_id_fkey;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.c
  drop constraint c_a_fkey,
  drop constraint c_b_fkey,
  alter column a type text,
  alter column b type text;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.parted
  drop constraint parted_a_fkey,
  alter column a type text;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.unchecked
  drop constraint fk,
  alter column a type text;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.of_pair
  drop constraint fk,
  alter column a type bigint,
  alter column k type varchar(9);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  drop constraint a_up_fkey,
  alter column id type text,
  alter column up type text,
  add constraint a_up_fkey foreign key (up)
    references public.a (id);
-- ! rewrite, scan, blocks_reads, blocks_writes, breaks_clients
alter table public.b
  alter column id type text,
  add constraint b_id_fkey foreign key (id)
    references public.a (id);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.of_wide
  alter column id type integer;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.pair
  alter column id type bigint,
  alter column k type varchar(9);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.wide
  alter column id type bigint;
-- ! scan, blocks_writes
alter table public.c
  add constraint c_a_fkey foreign key (a)
    references public.a (id),
  add constraint c_b_fkey foreign key (b)
    references public.b (id);
comment on constraint c_a_fkey on public.c is 'Where it comes from.';
-- ! scan, blocks_writes
alter table public.parted
  add constraint parted_a_fkey foreign key (a)
    references public.a (id);
-- ! blocks_writes
alter table public.unchecked
  add constraint fk foreign key (a)
    references public.a (id) not valid;
-- ! scan, blocks_writes
alter table public.of_pair
  add constraint fk foreign key (a, k)
    references public.pair (id, k) on delete cascade deferrable initially deferred;

-- down
-- ! blocks_reads
alter table public.b
  drop constraint b_id_fkey;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.c
  drop constraint c_a_fkey,
  drop constraint c_b_fkey,
  alter column a type integer using a::integer,
  alter column b type integer using b::integer;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.parted
  drop constraint parted_a_fkey,
  alter column a type integer using a::integer;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.unchecked
  drop constraint fk,
  alter column a type integer using a::integer;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.of_pair
  drop constraint fk,
  alter column a type integer,
  alter column k type integer using k::integer;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.a
  drop constraint a_up_fkey,
  alter column id type integer using id::integer,
  alter column up type integer using up::integer,
  add constraint a_up_fkey foreign key (up)
    references public.a (id);
-- ! data_loss, rewrite, scan, blocks_reads, blocks_writes, fails_on_rows, breaks_clients
alter table public.b
  alter column id type integer using id::integer,
  add constraint b_id_fkey foreign key (id)
    references public.a (id);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.of_wide
  alter column id type smallint;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.pair
  alter column id type integer,
  alter column k type integer using k::integer;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.wide
  alter column id type integer;
-- ! scan, blocks_writes
alter table public.c
  add constraint c_a_fkey foreign key (a)
    references public.a (id),
  add constraint c_b_fkey foreign key (b)
    references public.b (id);
comment on constraint c_a_fkey on public.c is 'Where it comes from.';
-- ! scan, blocks_writes
alter table public.parted
  add constraint parted_a_fkey foreign key (a)
    references public.a (id);
-- ! blocks_writes
alter table public.unchecked
  add constraint fk foreign key (a)
    references public.a (id) not valid;
-- ! scan, blocks_writes
alter table public.of_pair
  add constraint fk foreign key (a, k)
    references public.pair (id, k) on delete cascade deferrable initially deferred;
