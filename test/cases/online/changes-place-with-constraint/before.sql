create table public.t (a integer, b integer not null, c integer, constraint k unique (a), constraint p primary key (b));
create unique index i on public.t (c);
create table public.r (a integer references public.t (a), b integer references public.t, c integer references public.t (c));
