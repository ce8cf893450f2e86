create function public."F o"(a integer) returns integer language sql as 'select a + 1';
create function public."select"("a b" integer) returns integer language sql as 'select $1';
comment on function public."select"(integer) is 'x';
