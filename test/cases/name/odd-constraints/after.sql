create table public."My Table" (
  "Id" integer, "select" text, "ümläut" integer, r int4range,
  constraint "p.k" primary key ("Id") include (r) with (fillfactor = 80),
  constraint "uni que" unique nulls not distinct ("ümläut", "select"),
  constraint "ch""eck" check ("select" <> 'a''c'),
  constraint "ex cl" exclude using gist (r with =, r with &&)
);
create table public."other.table" ("my.id" integer constraint "f k" references public."My Table" on delete set null ("my.id"), x text, y integer, constraint "f k 2" foreign key (y, x) references public."My Table" ("ümläut", "select") on update cascade);
comment on constraint "ch""eck" on public."My Table" is 'd';
