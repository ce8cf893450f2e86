create function public.f(text) returns bigint language sql immutable as $$ select 1 $$;
create table public.t (a integer, c text);
create statistics public.st on a, public.f(c) from public.t;
comment on statistics public.st is 'calls a function that is recreated';
