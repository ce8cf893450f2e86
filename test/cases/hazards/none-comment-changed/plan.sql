-- up
comment on table public.t is 'New.';
comment on column public.t.a is null;

-- down
comment on table public.t is 'Old.';
comment on column public.t.a is 'Old.';
