create domain public.email as text constraint c check (value like '%@%');
create table public.t (a integer);
