-- up
comment on trigger r on public.t is 'R.';

-- down
comment on trigger r on public.t is null;
