-- up
-- ! blocks_reads
alter table public.t
  alter column many type text[];
-- ! blocks_reads
alter table public.t
  alter column word type public.word;
-- ! blocks_reads
alter table public.t
  drop constraint t_code_check;
-- ! blocks_reads
drop index public.t_code_idx;
drop view public.v;
-- ! blocks_reads
alter table public.t
  alter column code type varchar(10);
-- ! blocks_reads
alter table public.u
  drop constraint u_name_fkey;
-- ! blocks_reads
alter table public.u
  alter column name type text;
-- ! blocks_reads
alter table public.t
  drop constraint t_name_key;
-- ! blocks_reads
alter table only public.t
  alter column name drop default;
-- ! blocks_reads
alter table public.t
  alter column name type text;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'sv'
);
-- ! blocks_reads
alter table public.t
  alter column code type varchar(10) collate public.c;
-- ! blocks_reads
alter table public.t
  alter column many type text[] collate public.c;
-- ! blocks_reads
alter table public.t
  alter column name type text collate public.c;
-- ! blocks_reads
alter table only public.t
  alter column name set default 'x'::text;
-- ! blocks_reads
alter table public.t
  alter column word type public.word collate public.c;
-- ! blocks_reads
alter table public.u
  alter column name type text collate public.c;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_code_check check (((code)::text <> ''::text));
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_name_key unique (name);
-- ! scan, blocks_writes
create index t_code_idx on public.t using btree (code desc, id);
create view public.v as
 select name,
    code
   from public.t;
-- ! scan, blocks_writes, fails_on_rows
alter table public.u
  add constraint u_name_fkey foreign key (name)
    references public.t (name);

-- down
-- ! blocks_reads
alter table public.t
  alter column many type text[];
-- ! blocks_reads
alter table public.t
  alter column word type public.word;
-- ! blocks_reads
alter table public.t
  drop constraint t_code_check;
-- ! blocks_reads
drop index public.t_code_idx;
drop view public.v;
-- ! blocks_reads
alter table public.t
  alter column code type varchar(10);
-- ! blocks_reads
alter table public.u
  drop constraint u_name_fkey;
-- ! blocks_reads
alter table public.u
  alter column name type text;
-- ! blocks_reads
alter table public.t
  drop constraint t_name_key;
-- ! blocks_reads
alter table only public.t
  alter column name drop default;
-- ! blocks_reads
alter table public.t
  alter column name type text;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'de'
);
-- ! blocks_reads
alter table public.t
  alter column code type varchar(10) collate public.c;
-- ! blocks_reads
alter table public.t
  alter column many type text[] collate public.c;
-- ! blocks_reads
alter table public.t
  alter column name type text collate public.c;
-- ! blocks_reads
alter table only public.t
  alter column name set default 'x'::text;
-- ! blocks_reads
alter table public.t
  alter column word type public.word collate public.c;
-- ! blocks_reads
alter table public.u
  alter column name type text collate public.c;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_code_check check (((code)::text <> ''::text));
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_name_key unique (name);
-- ! scan, blocks_writes
create index t_code_idx on public.t using btree (code desc, id);
create view public.v as
 select name,
    code
   from public.t;
-- ! scan, blocks_writes, fails_on_rows
alter table public.u
  add constraint u_name_fkey foreign key (name)
    references public.t (name);
