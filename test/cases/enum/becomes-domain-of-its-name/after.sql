create domain public.kind as text check (value in ('a', 'b'));
create table public.t (id integer, k public.kind default 'a', ks public.kind[]);
create view public.v as select k from public.t;
