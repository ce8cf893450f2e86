-- up
comment on constraint positive on public.t is 'Positive.';
comment on constraint t_pkey on public.t is 'Key.';
comment on index public.i is 'I.';

-- down
comment on constraint positive on public.t is null;
comment on constraint t_pkey on public.t is null;
comment on index public.i is null;
