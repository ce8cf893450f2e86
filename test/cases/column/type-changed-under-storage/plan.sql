-- up
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.parent
  alter column v type varchar(30);
-- ! blocks_reads
alter table only public.parent
  alter column v set storage external;
-- ! blocks_reads
alter table only public.child
  alter column v set storage main;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type varchar(20),
  alter column a set storage external,
  alter column b type varchar(20),
  alter column b set compression pglz,
  alter column c type integer using c::integer,
  alter column d type numeric using d::numeric,
  alter column d set storage external,
  alter column e type text,
  alter column e set storage main,
  alter column f type text collate "POSIX",
  alter column f set storage main;

-- down
-- ! blocks_reads
alter table public.parent
  alter column v type text;
-- ! blocks_reads
alter table only public.parent
  alter column v set storage external;
-- ! blocks_reads
alter table only public.child
  alter column v set storage main;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type text,
  alter column a set storage external,
  alter column b type text,
  alter column b set compression pglz,
  alter column c type text,
  alter column c set storage external,
  alter column d type text,
  alter column d set storage external,
  alter column e type integer using e::integer,
  alter column f type text collate "C",
  alter column f set storage main;
