create function public.f(text) returns integer language sql immutable as $$ select 1 $$;
create table public.t (a integer, c text);
