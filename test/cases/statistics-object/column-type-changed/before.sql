create table public.t (a integer, b integer);
create statistics public.plain on a, b from public.t;
comment on statistics public.plain is 'PostgreSQL rebuilds it';
create statistics public.aimed on a, b from public.t;
alter statistics public.aimed set statistics 77;
comment on statistics public.aimed is 'its target would be lost';
create statistics public.expression on (a + 1) from public.t;
