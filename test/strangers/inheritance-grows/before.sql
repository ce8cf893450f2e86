create table public.cities (name text not null, population real, elevation int check (elevation > -500));
create table public.capitals (country char(2) unique not null) inherits (public.cities);
create table public.ghost (haunted boolean) inherits (public.cities);
create view public.all_cities as select name, tableoid::regclass from public.cities;
insert into public.capitals values ('Bern', 1, 500, 'CH');
