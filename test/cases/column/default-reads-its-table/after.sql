set check_function_bodies = off;
create function next_no() returns int language sql as $$ select coalesce(max(no), 0) + 1 from orders $$;
create table orders (id int, no int default next_no());
