create table public.r (id integer primary key);
create table public.t (a integer, r_id integer constraint fk references public.r) partition by range (a);
create table public.t_1 partition of public.t for values from (0) to (10);
create function public.f() returns trigger language plpgsql as 'begin return new; end';
create trigger tr after insert on public.t for each row execute function public.f();
