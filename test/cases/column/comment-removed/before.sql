create table public.t (id integer primary key);
comment on column public.t.id is 'x';
comment on table public.t is 'y';
comment on constraint t_pkey on public.t is 'z';
comment on index public.t_pkey is 'index';
