create sequence public.s;
create type public.e as enum ('a');
grant select, update on sequence public.s to anon;
grant usage on type public.e to anon;
revoke usage on type public.e from public;
