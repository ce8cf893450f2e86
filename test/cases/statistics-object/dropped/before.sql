create table public.t (a integer, b integer, c text);
create statistics public.st on a, b from public.t;
alter statistics public.st set statistics 10;
comment on statistics public.st is 'gone';
