create table public.t (a integer, b integer);
create function public.touch() returns trigger language plpgsql as 'begin return new; end';
