set check_function_bodies = off;
create function fb(n int) returns int language sql as $$ select case when n > 0 then fc(n - 1) else 0 end $$;
create function fa(n int) returns int language sql as $$ select case when n > 0 then fb(n - 1) else 0 end $$;
create function fc(n int) returns int language sql as $$ select case when n > 0 then fa(n - 1) else 0 end $$;
create function self(n int) returns int language sql as $$ select case when n > 0 then self(n - 1) else 0 end $$;
create function pa(n int) returns int language plpgsql as $$ begin return pb(n); end $$;
create function pb(n int) returns int language plpgsql as $$ begin return pa(n); end $$;
