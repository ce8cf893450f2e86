create table public.t (a integer constraint t_pkey primary key, b integer, constraint positive check (b > 0));
create index i on public.t (b);
comment on constraint positive on public.t is 'Positive.';
comment on constraint t_pkey on public.t is 'Key.';
comment on index public.i is 'I.';
