create table public.t (a integer, b bigint not null default 2, d text default 'd', e integer generated always as (a * 2) stored) partition by range (a);
create table public.t_1 partition of public.t for values from (0) to (10);
comment on column public.t_1.d is 'D';
