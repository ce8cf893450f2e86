create function public.same(text, text) returns boolean language sql immutable as 'select $1 = $2';
create operator public.~~~ (function = public.same, leftarg = text, rightarg = text);
create table public.t (a text, b text, c boolean generated always as (a operator(public.~~~) b) stored);
create index t_idx on public.t ((a operator(public.~~~) b));
