-- up
comment on policy own on public.t is 'Own.';

-- down
comment on policy own on public.t is null;
