create table public.t (a integer, b integer, c text);
create statistics public.more on a, b from public.t;
create statistics public.less on a, b from public.t;
alter statistics public.less set statistics 50;
