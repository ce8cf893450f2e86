create schema ext;
create extension pg_trgm schema ext;
create extension citext;
create table public.people (id int primary key, nick citext unique, name text);
create index people_name on public.people using gin (name ext.gin_trgm_ops);
