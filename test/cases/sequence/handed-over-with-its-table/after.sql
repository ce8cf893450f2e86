-- An owner may create in the schema.
grant create on schema public to anon, authenticated;
create table public.own (id serial, n bigint generated always as identity);
alter table public.own owner to authenticated;
grant all on sequence public.own_id_seq to public;
grant usage on sequence public.own_n_seq to anon;
