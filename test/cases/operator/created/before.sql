create table public.notes (id integer primary key, size integer not null);
