create table public.t (
  a integer not null,
  b integer not null
);
create unique index i on public.t (b);
alter table public.t replica identity using index i;
