create table public.t (z integer primary key, b integer, "A" text, d integer);
create publication goes for table public.t (z, b, d);
create publication less for table public.t ("A", b, z) where (z > 0);
create publication stays for table public.t (d, z);
