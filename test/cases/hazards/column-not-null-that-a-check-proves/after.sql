create table public.t (a integer not null, constraint a_there check (a is not null));
