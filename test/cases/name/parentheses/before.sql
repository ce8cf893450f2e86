create table public."x (" (a integer, "b)" integer);
create function public."f(" ("x (" integer) returns integer language sql return 1;
comment on table public."x (" is 'old';
