set check_function_bodies = off;
create schema app;
create table x (id int);
create function check_x(m x) returns boolean language sql set search_path = app, pg_temp as $$ select m.id > 0 and exists (select 1 from v) $$;
create function check_y(m x) returns boolean language sql set search_path = '' as $$ select m.id > 0 and exists (select 1 from app.v) $$;
create view app.v as select m.*, public.check_x(m) as ok, check_y(m) as ok2 from x m;
