-- An owner may create in the schema.
grant create on schema public to anon, authenticated;
create table public.one (id integer);
alter table public.one owner to anon;
create table public.two (id integer);
alter table public.two owner to authenticated;
create table public.given (id integer);
create sequence public.moves;
alter sequence public.moves owner to anon;
alter sequence public.moves owned by public.one.id;
create sequence public.free;
alter sequence public.free owner to anon;
create sequence public.stays;
alter sequence public.stays owned by public.given.id;
