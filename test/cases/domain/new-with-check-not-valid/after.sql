create domain public.n as integer default 1 constraint b check (value < 9);
alter domain public.n add constraint c check (value > 0) not valid;
comment on constraint c on domain public.n is 'Some are below.';
create table public.t (a integer, b public.n);
