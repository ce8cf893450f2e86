-- up
comment on table public.t is null;
comment on column public.t.id is null;
comment on constraint t_pkey on public.t is null;
comment on index public.t_pkey is null;

-- down
comment on table public.t is 'y';
comment on column public.t.id is 'x';
comment on constraint t_pkey on public.t is 'z';
comment on index public.t_pkey is 'index';
