create table public.t (a integer) partition by range (a);
create table public.t_1 partition of public.t for values from (0) to (10);
create function public.touch() returns trigger language plpgsql as 'begin return new; end';
create trigger x before update on public.t for each row execute function public.touch();
