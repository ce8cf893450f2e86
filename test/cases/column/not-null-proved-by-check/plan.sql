-- up
-- ! blocks_reads
alter table public.t
  drop constraint e_there,
  alter column "A b" set not null;
-- ! blocks_reads
alter table public.p
  alter column v set not null;
-- ! blocks_reads
alter table public.p
  drop constraint v_there;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  drop constraint a_there,
  alter column c type bigint,
  alter column c set not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint c_there,
  alter column d drop not null,
  alter column e set not null,
  add constraint c_there check ((c > 0)),
  add constraint d_there check ((d is not null));

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  drop constraint c_there,
  alter column "A b" drop not null,
  alter column c type integer,
  alter column c drop not null,
  alter column d set not null;
-- ! scan, blocks_reads
alter table public.p
  alter column v drop not null,
  add constraint v_there check ((v is not null));
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint d_there,
  alter column e drop not null,
  add constraint a_there check (("A b" is not null)),
  add constraint c_there check ((c is not null)),
  add constraint e_there check ((e is not null)) not valid;
