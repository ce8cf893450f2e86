-- up
create table app.price (
  item integer
);
-- ! opens_access
create function app.f()
returns setof integer
language sql
set search_path = 'app'
as $$ select item from price $$;
-- ! opens_access
create function app.trg()
returns trigger
language plpgsql
set search_path = 'app'
as $$ declare r price%rowtype; begin return new; end $$;
-- ! opens_access
create procedure app.pr()
language sql
set search_path = 'app'
as $$ insert into price values (1); $$;
create trigger t before insert on app.price for each row execute function app.trg();

-- down
-- ! breaks_clients
drop function app.f();
-- ! breaks_clients
drop procedure app.pr();
drop trigger t on app.price;
-- ! breaks_clients
drop function app.trg();
-- ! data_loss, breaks_clients
drop table app.price;
