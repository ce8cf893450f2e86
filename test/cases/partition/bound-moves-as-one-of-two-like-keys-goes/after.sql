create table public.parted (a bigint not null, b text not null) partition by hash (a);
create table public.parted_0 partition of public.parted for values with (modulus 1, remainder 0);
alter table public.parted add constraint second_key unique (a, b);
create index second_b on public.parted (b);
