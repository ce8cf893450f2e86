-- up
comment on table public.t is 'T.';

-- down
comment on table public.t is null;
