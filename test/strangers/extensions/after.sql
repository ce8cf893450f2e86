create schema ext;
create extension pg_trgm schema ext;
create extension citext;
create extension hstore schema ext;
create table public.people (id int primary key, nick citext not null unique, name text, attrs ext.hstore default ''::ext.hstore);
create index people_name on public.people using gist (name ext.gist_trgm_ops (siglen = 32));
create index people_attrs on public.people using gin (attrs);
