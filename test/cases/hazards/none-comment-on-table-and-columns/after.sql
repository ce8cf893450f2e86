create table public.t (a integer, b integer);
comment on table public.t is 'T.';
comment on column public.t.a is 'A.';
