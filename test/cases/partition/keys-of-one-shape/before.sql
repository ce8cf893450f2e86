create table public.old (a integer not null, constraint old_key unique (a)) partition by list (a);
