create table public.pk (a integer, b integer) partition by hash (a);
create table public.pk1 partition of public.pk for values with (modulus 2, remainder 0);
create table public.pk2 partition of public.pk for values with (modulus 2, remainder 1);
