create function public.f(text) returns integer language sql immutable as $$ select 1 $$;
create function public.g(text) returns integer language sql immutable as $$ select 2 $$;
create table public.t (a integer, c text);
create table public.u (c text);
create statistics public.st on a, public.f(c) from public.t;
create statistics public.su on public.g(c) from public.u;
