-- Who listens to a publication that goes is told what it no longer sends.
create table public.t (a integer primary key);
