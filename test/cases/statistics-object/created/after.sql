create table public.t (a integer, b integer, c text);
create statistics public.every on a, b from public.t;
comment on statistics public.every is 'both grow';
create statistics public.some (dependencies, mcv) on a, b, c from public.t;
alter statistics public.some set statistics 200;
create statistics public.expression on lower(c) from public.t;
create statistics public.mixed (ndistinct) on a, lower(c), (a + b) from public.t;
