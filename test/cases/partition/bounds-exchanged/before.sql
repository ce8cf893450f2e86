create table public.parted (k integer, t text) partition by list (k);
create table public.one partition of public.parted for values in (1);
create table public.two partition of public.parted for values in (2);
create table public.three partition of public.parted for values in (3);
create index parted_t on public.parted (t);
create table public.other (k integer, t text) partition by list (k);
create table public.four partition of public.other for values in (4);
