create table public.t (a integer);
comment on table public.t is 'Old.';
comment on column public.t.a is 'Old.';
