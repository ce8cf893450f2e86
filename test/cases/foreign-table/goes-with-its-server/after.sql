-- superuser, of the plan too
create foreign data wrapper w;
create table public.log (day date) partition by range (day);
create materialized view public.counted as select count(*) as number from public.log where false with no data;
create table public.copies (number integer);
