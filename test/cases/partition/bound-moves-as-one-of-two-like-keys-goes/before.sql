create table public.parted (a bigint not null, b text not null) partition by hash (a);
create table public.parted_0 partition of public.parted for values with (modulus 2, remainder 0);
create table public.parted_1 partition of public.parted for values with (modulus 2, remainder 1);
alter table public.parted add constraint first_key unique (a, b);
alter table public.parted add constraint second_key unique (a, b);
create index first_b on public.parted (b);
create index second_b on public.parted (b);
