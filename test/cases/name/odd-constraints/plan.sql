-- up
-- ! blocks_reads
alter table public."other.table"
  drop constraint "f k 2",
  drop constraint "f k";
-- ! scan, blocks_reads, fails_on_rows
alter table public."My Table"
  drop constraint "ch""eck",
  drop constraint "ex cl",
  drop constraint "uni que",
  drop constraint "p.k",
  add constraint "ch""eck" check (("select" <> 'a''c'::text)),
  add constraint "ex cl" exclude using gist (r with =, r with &&),
  add constraint "p.k" primary key ("Id") include (r) with (fillfactor=80),
  add constraint "uni que" unique nulls not distinct ("ümläut", "select");
comment on constraint "ch""eck" on public."My Table" is 'd';
-- ! scan, blocks_writes, fails_on_rows
alter table public."other.table"
  add constraint "f k 2" foreign key (y, x) references public."My Table"("ümläut", "select") on update cascade,
  add constraint "f k" foreign key ("my.id") references public."My Table"("Id") on delete set null ("my.id");

-- down
-- ! blocks_reads
alter table public."other.table"
  drop constraint "f k 2",
  drop constraint "f k";
-- ! scan, blocks_reads, fails_on_rows
alter table public."My Table"
  drop constraint "ch""eck",
  drop constraint "ex cl",
  drop constraint "uni que",
  drop constraint "p.k",
  add constraint "ch""eck" check (("select" <> 'a''b'::text)),
  add constraint "ex cl" exclude using gist (r with &&) where (("Id" > 3)),
  add constraint "p.k" primary key ("Id"),
  add constraint "uni que" unique ("select", "ümläut");
comment on constraint "ch""eck" on public."My Table" is 'c';
-- ! scan, blocks_writes, fails_on_rows
alter table public."other.table"
  add constraint "f k 2" foreign key (x, y) references public."My Table"("select", "ümläut") match full on update set default deferrable initially deferred,
  add constraint "f k" foreign key ("my.id") references public."My Table"("Id") on delete cascade;
comment on constraint "f k" on public."other.table" is 'c';
