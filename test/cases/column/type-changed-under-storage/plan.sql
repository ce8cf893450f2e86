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
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type varchar(20);
-- ! blocks_reads
alter table only public.t
  alter column a set storage external;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column b type varchar(20);
-- ! blocks_reads
alter table only public.t
  alter column b set compression pglz;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column c type integer using c::integer;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column d type numeric using d::numeric;
-- ! blocks_reads
alter table only public.t
  alter column d set storage external;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column e type text;
-- ! blocks_reads
alter table only public.t
  alter column e set storage main;
-- ! blocks_reads
alter table public.t
  alter column f type text collate "POSIX";
-- ! blocks_reads
alter table only public.t
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
-- ! blocks_reads
alter table public.t
  alter column a type text;
-- ! blocks_reads
alter table only public.t
  alter column a set storage external;
-- ! blocks_reads
alter table public.t
  alter column b type text;
-- ! blocks_reads
alter table only public.t
  alter column b set compression pglz;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column c type text;
-- ! blocks_reads
alter table only public.t
  alter column c set storage external;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column d type text;
-- ! blocks_reads
alter table only public.t
  alter column d set storage external;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column e type integer using e::integer;
-- ! blocks_reads
alter table public.t
  alter column f type text collate "C";
-- ! blocks_reads
alter table only public.t
  alter column f set storage main;
