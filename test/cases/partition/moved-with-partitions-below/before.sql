create table public.d (id integer primary key);
create function public.tr() returns trigger language plpgsql as $$begin return new; end$$;
create table public.p (a integer, b integer not null, k text default 'p', check (b > 0)) partition by list (a);
create table public.q (a integer, b integer, k varchar(20) not null default 'q', d integer references d, constraint q_c check (b > 1)) partition by list (a);
create trigger t before insert on public.q for each row execute function public.tr();
create table public.p1 partition of public.p (constraint own check (k <> 'x')) for values in (1) partition by range (b);
create table public.p11 partition of public.p1 for values from (0) to (10);
create index on public.p (k);
