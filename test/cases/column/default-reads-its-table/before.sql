create table orders (id int);
create function next_no() returns int language sql as $$ select 1 $$;
