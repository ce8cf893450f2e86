create table public.t (id bigint primary key, n bigint);
create publication p for table public.t (id, n) where (id > 0);
