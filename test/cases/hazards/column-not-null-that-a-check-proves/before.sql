create table public.t (a integer, constraint a_there check (a is not null));
