create table public.t (z integer primary key, "A" text, d integer);
create publication less for table public.t ("A", z) where (z > 0);
create publication stays for table public.t (d, z);
