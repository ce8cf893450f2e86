-- An owner may create in the schema.
grant create on schema public to anon, authenticated;
create table public.one (id integer, added serial);
alter table public.one owner to anon;
create table public.two (id integer, other integer);
alter table public.two owner to authenticated;
create table public.given (id integer);
alter table public.given owner to anon;
create sequence public.moves;
alter sequence public.moves owner to authenticated;
alter sequence public.moves owned by public.two.id;
create sequence public.free;
alter sequence public.free owner to authenticated;
alter sequence public.free owned by public.two.other;
create sequence public.stays;
