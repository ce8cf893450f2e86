-- up
comment on table public.t is 'T.';
comment on column public.t.a is 'A.';

-- down
comment on table public.t is null;
comment on column public.t.a is null;
