create table public.t (a integer, b integer, c text);
create statistics public.kinds (mcv) on a, b from public.t;
comment on statistics public.kinds is 'stays';
create statistics public.columns on a, c from public.t;
create statistics public.expression on upper(c) from public.t;
