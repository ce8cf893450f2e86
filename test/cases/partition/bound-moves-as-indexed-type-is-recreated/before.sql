create type public.pair as (a integer);
create table public.parted (id bigint not null, pair public.pair not null) partition by hash (id);
create table public.parted_0 partition of public.parted for values with (modulus 1, remainder 0);
create index parted_pair on public.parted (pair);
alter table public.parted add constraint parted_key unique (id, pair);
