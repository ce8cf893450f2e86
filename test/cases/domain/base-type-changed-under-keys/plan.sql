-- up
alter type public.size rename to size_old;
drop view public.v;
-- ! blocks_reads
drop index public.a_good;
-- ! blocks_reads
alter table public.b
  drop constraint b_id_fkey,
  drop constraint b_w_id_fkey;
-- ! blocks_reads
drop index public.a_partial;
-- ! blocks_reads
drop index public.a_lower;
-- ! blocks_reads
drop index public.a_pattern;
-- ! blocks_reads
drop index public.p_w_idx;
alter domain public.n rename to n_old;
alter domain public.word rename to word_old;
alter type public.mood rename to mood_old;
-- ! breaks_clients
create type public.size as (
  w bigint,
  h integer
);
-- ! fails_on_rows, breaks_clients
create domain public.n as bigint
  constraint n_check check ((value > 0));
-- ! fails_on_rows
create domain public.word as varchar(12);
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'bad',
  'good'
);
-- ! rewrite, scan, blocks_reads
alter table public.a
  drop constraint a_w_id_m_key,
  alter column s type public.size using case when s is distinct from null then row((s).w, (s).h)::public.size end,
  alter column id type public.n,
  alter column w type public.word,
  alter column m type public.mood using m::text::public.mood,
  add constraint a_w_id_m_key unique (w, id) include (m);
-- ! rewrite, scan, blocks_reads, blocks_writes
alter table public.b
  alter column id type public.n,
  alter column w type public.word,
  add constraint b_id_fkey foreign key (id)
    references public.a (id),
  add constraint b_w_id_fkey foreign key (w, id)
    references public.a (w, id);
-- ! rewrite, scan, blocks_reads
alter table public.p
  drop constraint p_k_id_key,
  alter column id type public.n,
  alter column w type public.word,
  add constraint p_k_id_key unique (k, id);
create view public.v as
 select id,
    w,
    count(*) as count
   from public.a
  group by id;
-- ! scan, blocks_writes
create index a_good on public.a using btree (id) where (m = 'good'::public.mood);
-- ! scan, blocks_writes
create index a_partial on public.a using btree (id) where (w is not null);
-- ! scan, blocks_writes
create index a_lower on public.a using btree (lower((w)::text));
-- ! scan, blocks_writes
create index a_pattern on public.a using btree (w varchar_pattern_ops);
-- ! scan, blocks_writes
create index p_w_idx on public.p using btree (w);
drop type public.size_old;
drop domain public.n_old;
drop domain public.word_old;
drop type public.mood_old;

-- down
alter type public.size rename to size_old;
drop view public.v;
-- ! blocks_reads
drop index public.a_good;
-- ! blocks_reads
alter table public.b
  drop constraint b_id_fkey,
  drop constraint b_w_id_fkey;
-- ! blocks_reads
drop index public.a_partial;
-- ! blocks_reads
drop index public.a_lower;
-- ! blocks_reads
drop index public.a_pattern;
-- ! blocks_reads
drop index public.p_w_idx;
alter domain public.n rename to n_old;
alter domain public.word rename to word_old;
alter type public.mood rename to mood_old;
-- ! fails_on_rows, breaks_clients
create type public.size as (
  w integer,
  h integer
);
-- ! fails_on_rows, breaks_clients
create domain public.n as integer
  constraint n_check check ((value > 0));
-- ! fails_on_rows, breaks_clients
create domain public.word as varchar(9);
create type public.mood as enum (
  'bad',
  'good',
  'gone'
);
-- ! rewrite, scan, blocks_reads
alter table public.a
  drop constraint a_w_id_m_key,
  alter column s type public.size using s::text::public.size,
  alter column id type public.n,
  alter column w type public.word,
  alter column m type public.mood using m::text::public.mood,
  add constraint a_w_id_m_key unique (w, id) include (m);
-- ! rewrite, scan, blocks_reads, blocks_writes
alter table public.b
  alter column id type public.n,
  alter column w type public.word,
  add constraint b_id_fkey foreign key (id)
    references public.a (id),
  add constraint b_w_id_fkey foreign key (w, id)
    references public.a (w, id);
-- ! rewrite, scan, blocks_reads
alter table public.p
  drop constraint p_k_id_key,
  alter column id type public.n,
  alter column w type public.word,
  add constraint p_k_id_key unique (k, id);
create view public.v as
 select id,
    w,
    count(*) as count
   from public.a
  group by id;
-- ! scan, blocks_writes
create index a_good on public.a using btree (id) where (m = 'good'::public.mood);
-- ! scan, blocks_writes
create index a_partial on public.a using btree (id) where (w is not null);
-- ! scan, blocks_writes
create index a_lower on public.a using btree (lower((w)::text));
-- ! scan, blocks_writes
create index a_pattern on public.a using btree (w varchar_pattern_ops);
-- ! scan, blocks_writes
create index p_w_idx on public.p using btree (w);
drop type public.size_old;
drop domain public.n_old;
drop domain public.word_old;
drop type public.mood_old;
