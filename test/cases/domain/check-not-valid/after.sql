create domain public.n as integer;
alter domain public.n add constraint c check (value > 0) not valid;
create table public.t (a public.n);
