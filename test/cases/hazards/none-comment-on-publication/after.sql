create table public.t (a integer primary key);
create publication p for table public.t;
comment on publication p is 'P.';
