create table public.t (id serial primary key, "Odd no" bigserial, x text);
grant usage on sequence public.t_id_seq to anon;
comment on sequence public.t_id_seq is 'numbers';
