create type public.pt as (x integer, y numeric(10,2), z text collate "C");
create table public.plain of public.pt;
create table public.was (x integer, y numeric(10,2), z text collate "C");
create table public.gt of public.pt (x with options default 3, primary key (x), check (y > 0), z not null) with (fillfactor = 50);
create index on public.gt (y);
alter table public.gt enable row level security;
