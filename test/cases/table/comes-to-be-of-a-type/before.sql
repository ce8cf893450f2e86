create type public.pt as (x integer, y numeric(10,2), z text collate "C");
create table public.plain (x integer, y numeric(10,2), z text collate "C");
create table public.was of public.pt;
