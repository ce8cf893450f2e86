create table public.parted (a bigint not null, b text not null) partition by hash (a);
create table public.parted_0 partition of public.parted for values with (modulus 1, remainder 0);
alter table public.parted_0 add constraint parted_0_a_b_key unique (a, b);
create index parted_0_b_idx on public.parted_0 (b);
