create table public.t (id integer generated always as identity, name text);
grant usage on sequence public.t_id_seq to anon;
comment on sequence public.t_id_seq is 'Numbers.';
