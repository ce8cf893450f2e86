set check_function_bodies = off;
create table x (id int);
create function check_x(m x) returns boolean language sql as $$ select m.id > 0 and exists (select 1 from v) $$;
create view v as select m.*, check_x(m) as ok from x m;
