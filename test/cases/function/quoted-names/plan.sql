-- up
create or replace function public."F o"(a integer)
returns integer
language sql
as $$select a + 1$$;
-- ! opens_access
create function public."select"("a b" integer)
returns integer
language sql
as $$select $1$$;
comment on function public."select"(integer) is 'x';

-- down
-- ! breaks_clients
drop function public."select"(integer);
create or replace function public."F o"(a integer)
returns integer
language sql
as $$select a$$;
