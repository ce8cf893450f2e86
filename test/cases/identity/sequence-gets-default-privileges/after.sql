alter default privileges in schema public grant usage on sequences to anon;
create table public.a (id integer generated always as identity);
create table public.b (id integer generated always as identity);
revoke all on sequence public.b_id_seq from anon;
