create table public.t (a integer, b integer, c text);
create statistics public.more on a, b from public.t;
alter statistics public.more set statistics 1000;
create statistics public.less on a, b from public.t;
