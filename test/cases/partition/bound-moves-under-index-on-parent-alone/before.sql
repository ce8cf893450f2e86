create table public.parted (id bigint not null, t text) partition by hash (id);
create table public.parted_0 partition of public.parted for values with (modulus 1, remainder 0);
create index parted_t on only public.parted (t) where t is not null;
