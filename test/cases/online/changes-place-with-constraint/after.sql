create table public.t (a integer, b integer not null, c integer, constraint i unique (c));
create unique index k on public.t (a);
create unique index p on public.t (b);
create table public.r (a integer references public.t (a), b integer references public.t (b), c integer references public.t (c));
