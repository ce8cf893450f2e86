create table public."My Table" (
  "Id" integer, "select" text, "ümläut" integer, r int4range,
  constraint "p.k" primary key ("Id"),
  constraint "uni que" unique ("select", "ümläut"),
  constraint "ch""eck" check ("select" <> 'a''b'),
  constraint "ex cl" exclude using gist (r with &&) where ("Id" > 3)
);
create table public."other.table" ("my.id" integer constraint "f k" references public."My Table" on delete cascade, x text, y integer, constraint "f k 2" foreign key (x, y) references public."My Table" ("select", "ümläut") match full on update set default deferrable initially deferred);
comment on constraint "ch""eck" on public."My Table" is 'c';
comment on constraint "f k" on public."other.table" is 'c';
