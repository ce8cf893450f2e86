-- up
-- ! blocks_reads
drop trigger "tr 1" on public."T t";
-- ! blocks_reads
drop trigger tr3 on public."T t";
drop view public."V v";
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."T t"
  alter column "a b" type varchar(20),
  alter column id type bigint;
create or replace function public."f f"()
returns trigger
language plpgsql
as $$begin return old; end$$;
-- ! blocks_writes
create trigger "tr 1" before update of "a b" on public."T t" for each row when (((old."a b")::text is distinct from (new."a b")::text)) execute function public."f f"('x y', 'it''s');
-- ! blocks_writes
alter table public."T t" enable always trigger "tr 1";
-- ! blocks_writes
create constraint trigger tr3 after insert on public."T t" deferrable initially deferred for each row execute function public."f f"();
-- ! breaks_clients
create view public."V v" as
 select id,
    "a b",
    c
   from public."T t";
-- ! blocks_writes
create trigger "tr""2" instead of insert on public."V v" for each row execute function public."f f"('n');
comment on trigger "tr""2" on public."V v" is 'w';

-- down
-- ! blocks_reads
drop trigger "tr 1" on public."T t";
-- ! blocks_reads
drop trigger tr3 on public."T t";
drop view public."V v";
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."T t"
  alter column "a b" type text,
  alter column id type integer;
create or replace function public."f f"()
returns trigger
language plpgsql
as $$begin return new; end$$;
-- ! blocks_writes
create trigger "tr 1" before update of "a b", c on public."T t" for each row when (((old."a b" is distinct from new."a b") and (new.c <> 'it''s'::text))) execute function public."f f"('x y', 'it''s', '');
-- ! blocks_writes
alter table public."T t" disable trigger "tr 1";
-- ! blocks_writes
create constraint trigger tr3 after insert on public."T t" deferrable initially immediate for each row execute function public."f f"();
-- ! breaks_clients
create view public."V v" as
 select id,
    "a b"
   from public."T t";
-- ! blocks_writes
create trigger "tr""2" instead of insert on public."V v" for each row execute function public."f f"();
comment on trigger "tr""2" on public."V v" is 'v';
