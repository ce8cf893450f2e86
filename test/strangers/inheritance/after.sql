create table public.cities (name text not null, population float8, elevation int check (elevation > -500), mayor text);
create table public.capitals (country char(2) unique not null, since date) inherits (public.cities);
create table public.ghost (name text not null, population float8, haunted boolean);
create view public.all_cities as select name, population, tableoid::regclass from public.cities;
