create schema app;
set search_path = app;
create table price (item int);
create function app.f() returns setof int language sql set search_path = app as $$ select item from price $$;
create procedure app.pr() language sql set search_path = app as $$ insert into price values (1); $$;
create function app.trg() returns trigger language plpgsql set search_path = app as $$ declare r price%rowtype; begin return new; end $$;
create trigger t before insert on price for each row execute function app.trg();
