-- up
-- ! blocks_reads
drop index public.t_code_idx;
drop view public.v;
-- ! blocks_reads
alter table public.u
  drop constraint u_name_fkey,
  alter column name type text;
-- ! blocks_reads
alter table public.t
  alter column many type text[],
  alter column word type public.word,
  drop constraint t_code_check,
  alter column code type varchar(10),
  drop constraint t_name_key,
  alter column name drop default,
  alter column name type text;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'sv'
);
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  alter column code type varchar(10) collate public.c,
  alter column many type text[] collate public.c,
  alter column name type text collate public.c,
  alter column name set default 'x'::text,
  alter column word type public.word collate public.c,
  add constraint t_code_check check (((code)::text <> ''::text)),
  add constraint t_name_key unique (name);
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.u
  alter column name type text collate public.c,
  add constraint u_name_fkey foreign key (name)
    references public.t (name);
-- ! scan, blocks_writes
create index t_code_idx on public.t using btree (code desc, id);
create view public.v as
 select name,
    code
   from public.t;

-- down
-- ! blocks_reads
drop index public.t_code_idx;
drop view public.v;
-- ! blocks_reads
alter table public.u
  drop constraint u_name_fkey,
  alter column name type text;
-- ! blocks_reads
alter table public.t
  alter column many type text[],
  alter column word type public.word,
  drop constraint t_code_check,
  alter column code type varchar(10),
  drop constraint t_name_key,
  alter column name drop default,
  alter column name type text;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'de'
);
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  alter column code type varchar(10) collate public.c,
  alter column many type text[] collate public.c,
  alter column name type text collate public.c,
  alter column name set default 'x'::text,
  alter column word type public.word collate public.c,
  add constraint t_code_check check (((code)::text <> ''::text)),
  add constraint t_name_key unique (name);
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.u
  alter column name type text collate public.c,
  add constraint u_name_fkey foreign key (name)
    references public.t (name);
-- ! scan, blocks_writes
create index t_code_idx on public.t using btree (code desc, id);
create view public.v as
 select name,
    code
   from public.t;
