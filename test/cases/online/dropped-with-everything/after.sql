create table public.u (t_id bigint);
create publication p;
