create table public.t (a integer, b integer, constraint k unique (a, b), constraint c check (a > b));
create table public.u (a integer, b integer, constraint fk foreign key (a, b) references public.t (a, b));
