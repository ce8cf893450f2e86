create sequence public.s;
create type public.e as enum ('a');
grant usage on sequence public.s to anon;
